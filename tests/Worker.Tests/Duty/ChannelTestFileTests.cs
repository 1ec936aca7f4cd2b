using OpinionWatch.Worker.Duty;

namespace OpinionWatch.Worker.Tests.Duty;

public sealed class ChannelTestFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 5, 0, TimeSpan.Zero);
    private string _folder = "";

    private string File => Path.Combine(_folder, "channel-tests.jsonl");

    [SetUp]
    public void Create() => _folder = Directory.CreateTempSubdirectory("opinionwatch-tested-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_was_tested_is_remembered()
    {
        ChannelTestFile.Add(_folder, ["officer Email 1", "信息员 Sms 2"], Now);
        ChannelTestFile.Add(_folder, ["office Email 3"], Now);

        Assert.That(ChannelTestFile.Read(_folder), Is.EquivalentTo(new[] { "officer Email 1", "信息员 Sms 2", "office Email 3" }));
    }

    [Test]
    public void Without_a_file_nothing_was_tested() => Assert.That(ChannelTestFile.Read(Path.Combine(_folder, "none")), Is.Empty);

    [Test]
    public void A_line_torn_by_a_kill_and_rubbish_are_passed_over()
    {
        System.IO.File.WriteAllText(File, "[]\n{\"tested\":5}\n\0\0\n{\"at\":\"2026\",\"tes");
        ChannelTestFile.Add(_folder, ["officer Email 1"], Now);

        Assert.That(ChannelTestFile.Read(_folder), Is.EqualTo(new[] { "officer Email 1" }));
    }

    [Test]
    public void Of_a_huge_file_the_end_is_read()
    {
        System.IO.File.WriteAllText(File, new string('x', 5_000_000));
        ChannelTestFile.Add(_folder, ["officer Email 1"], Now);

        Assert.That(ChannelTestFile.Read(_folder), Is.EqualTo(new[] { "officer Email 1" }));
    }
}
