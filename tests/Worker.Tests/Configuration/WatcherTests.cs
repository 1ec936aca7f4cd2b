using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class WatcherTests
{
    private static readonly TimeSpan HalfSecond = TimeSpan.FromMilliseconds(500);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));
    private ConfigFolder _folder = null!;
    private ConfigurationInForce _inForce = null!;
    private ConfigurationWatcher _watcher = null!;

    [SetUp]
    public void Create()
    {
        _folder = new ConfigFolder().Complete();
        var origin = new ConfigurationOrigin(_folder.Path, null, name => _folder.Environment.GetValueOrDefault(name));
        var first = _folder.Read();
        _inForce = new ConfigurationInForce(first.Configuration!, first.Faults, _time.GetUtcNow());
        _watcher = new ConfigurationWatcher(origin, _inForce, first, _time, NullLogger<ConfigurationWatcher>.Instance);
        _ = _watcher.Look();
    }

    [TearDown]
    public void Remove()
    {
        _watcher.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Untouched_files_are_not_read_again()
    {
        Assert.That(Looks(10), Is.Zero);
    }

    [Test]
    public void A_good_edit_is_in_force_within_two_seconds()
    {
        ConfigurationChangedEventArgs? change = null;
        _inForce.Changed += (_, args) => change = args;
        var crawling = new CurrentPart<string>(_inForce, configuration => configuration.Organisation);
        _folder.Write("opinionwatch.yaml", "organisation: 新名称\ndata: ./other\n");

        var reads = Looks(4);

        Assert.Multiple(() =>
        {
            Assert.That(reads, Is.EqualTo(1));
            Assert.That(crawling.Value, Is.EqualTo("新名称"));
            Assert.That(_inForce.Since, Is.EqualTo(_time.GetUtcNow() - (2 * HalfSecond)));
            Assert.That(change!.Old.Organisation, Is.EqualTo("示例局"));
            Assert.That(change.NeedRestart, Is.EqualTo(new[] { "data", "logs" }));
        });
    }

    [Test]
    public void A_bad_edit_changes_nothing_and_is_shown()
    {
        var before = _inForce.Current;
        _folder.Write("sites/a.yaml", "- id: a\n  evry: 5m\n");

        var reads = Looks(10);

        Assert.Multiple(() =>
        {
            Assert.That(reads, Is.EqualTo(1));
            Assert.That(_inForce.Current, Is.SameAs(before));
            Assert.That(_inForce.Faults.Where(fault => fault.IsError).Select(fault => (fault.Line, fault.Column)), Does.Contain((2, 3)));
        });
    }

    [Test]
    public void A_bad_edit_taken_back_leaves_no_faults()
    {
        var since = _inForce.Since;
        _folder.Write("sites/a.yaml", "- id: a\n");
        Looks(4);

        File.Delete(Path.Combine(_folder.Path, "sites", "a.yaml"));
        Looks(4);

        Assert.That(_inForce.Faults, Is.Empty);
        Assert.That(_inForce.Since, Is.EqualTo(since));
    }

    [Test]
    public void A_file_that_is_still_being_written_is_waited_for()
    {
        var text = "organisation: 新名称\n" + string.Concat(Enumerable.Repeat("# 注释\n", 50)) + "mail: { from: a@b.test, pickup: ./out }\n";
        var reads = 0;
        for (var written = 10; written < text.Length; written += 20)
        {
            _folder.Write("opinionwatch.yaml", text[..written]);
            reads += Looks(1);
        }

        _folder.Write("opinionwatch.yaml", text);
        var last = Looks(4);

        Assert.That((reads, last), Is.EqualTo((0, 1)));
        Assert.That(_inForce.Current.Organisation, Is.EqualTo("新名称"));
        Assert.That(_inForce.Faults.Where(fault => fault.IsError), Is.Empty);
    }

    [Test]
    public void An_edit_that_keeps_size_and_time_is_seen()
    {
        var path = Path.Combine(_folder.Path, "opinionwatch.yaml");
        var stamp = File.GetLastWriteTimeUtc(path);
        _folder.Write("opinionwatch.yaml", File.ReadAllText(path).Replace("示例局", "例示局", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(path, stamp);

        Looks(4);

        Assert.That(_inForce.Current.Organisation, Is.EqualTo("例示局"));
    }

    [Test]
    public void A_secret_file_that_changes_is_read_again()
    {
        _folder.Write("key", "one");
        _folder.Write("opinionwatch.yaml", "mail: { from: a@b.test, host: c.test, user: u, password: \"${file:key}\" }\n");
        Looks(4);

        _folder.Write("key", "second");
        Looks(4);

        Assert.That(_inForce.Current.Alerts.Mail!.Password, Is.EqualTo("second"));
    }

    [Test]
    public void A_folder_that_vanishes_and_comes_back_changes_nothing()
    {
        var before = _inForce.Current;
        var aside = _folder.Path + "-aside";

        Directory.Move(_folder.Path, aside);
        Looks(4);
        var faults = _inForce.Faults;
        Directory.Move(aside, _folder.Path);
        Looks(4);

        Assert.That(faults, Has.Some.Property(nameof(ConfigurationFault.Message)).Contain("there is no such folder"));
        Assert.That(_inForce.Current, Is.SameAs(before));
        Assert.That(_inForce.Faults, Is.Empty);
    }

    private int Looks(int count)
    {
        var reads = 0;
        for (var i = 0; i < count; i++)
        {
            reads += _watcher.Look() ? 1 : 0;
            _time.Advance(HalfSecond);
        }

        return reads;
    }
}
