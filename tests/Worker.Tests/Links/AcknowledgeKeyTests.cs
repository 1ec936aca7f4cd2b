using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Worker.Links;

namespace OpinionWatch.Worker.Tests.Links;

public sealed class AcknowledgeKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 5, 0, TimeSpan.Zero);
    private string _folder = "";

    private string File => Path.Combine(_folder, "keys", "acknowledge.key");

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("opinionwatch-key-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_link_sent_before_a_restart_opens_after_it()
    {
        var token = AcknowledgeKey.Open(_folder, NullLogger.Instance).Issue("i", "officer", Now);

        Assert.That(AcknowledgeKey.Open(_folder, NullLogger.Instance).Read(token), Is.Not.Null);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_key_is_readable_by_its_owner_alone_and_made_so_again()
    {
        AcknowledgeKey.Open(_folder, NullLogger.Instance);
        var made = System.IO.File.GetUnixFileMode(File);
        System.IO.File.SetUnixFileMode(File, made | UnixFileMode.OtherRead);
        AcknowledgeKey.Open(_folder, NullLogger.Instance);

        Assert.That(new[] { made, System.IO.File.GetUnixFileMode(File) }, Is.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(5000)]
    public void A_damaged_key_is_put_aside_and_a_new_one_made(int length)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, new byte[length]);

        var token = AcknowledgeKey.Open(_folder, NullLogger.Instance).Issue("i", "officer", Now);

        Assert.That(AcknowledgeKey.Open(_folder, NullLogger.Instance).Read(token), Is.Not.Null);
        Assert.That(new FileInfo(File + ".damaged").Length, Is.EqualTo(length));
    }

    [Test]
    public void What_a_kill_left_half_written_is_passed_over()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File + ".new", new byte[7]);

        var token = AcknowledgeKey.Open(_folder, NullLogger.Instance).Issue("i", "officer", Now);

        Assert.That(AcknowledgeKey.Open(_folder, NullLogger.Instance).Read(token), Is.Not.Null);
    }

    [Test]
    public void Where_no_key_can_be_kept_alerts_still_have_links()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder, "keys"), "a file where the folder should be");

        Assert.That(AcknowledgeKey.Open(_folder, NullLogger.Instance).Issue("i", "officer", Now), Is.Not.Empty);
    }
}
