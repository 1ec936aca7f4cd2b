using OpinionWatch.Worker.Drill;

namespace OpinionWatch.Worker.Tests.Drill;

public sealed class DrillMailTests
{
    private string _data = "";

    [SetUp]
    public void Create() => _data = Directory.CreateTempSubdirectory("opinionwatch-drill-mail-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_data, recursive: true);

    [Test]
    public void Reports_of_earlier_drills_do_not_crowd_out_a_request()
    {
        var mail = new DrillMail(_data);
        for (var number = 0; number < 300; number++)
        {
            mail.Tell($"r{number}", new DrillReport { Id = "", To = "officer", By = "root", State = DrillState.Passed });
        }

        var name = mail.Ask(new DrillRequest("officer", "root"));

        Assert.That(mail.Take(TimeProvider.System.GetUtcNow(), Fail), Is.EqualTo((name, new DrillRequest("officer", "root"))));
        Assert.That(mail.Take(TimeProvider.System.GetUtcNow(), Fail), Is.Null);
    }

    [Test]
    public void What_is_a_day_old_is_removed_and_not_carried_out()
    {
        var mail = new DrillMail(_data);
        mail.Ask(new DrillRequest("officer", "root"));
        mail.Tell("r", new DrillReport { Id = "", To = "officer", By = "root", State = DrillState.Passed });
        var later = TimeProvider.System.GetUtcNow().AddDays(1).AddMinutes(1);

        var taken = mail.Take(later, Fail);
        mail.Clean(later, Fail);

        Assert.That(taken, Is.Null);
        Assert.That(Directory.EnumerateFiles(Path.Combine(_data, "drill")), Is.Empty);
    }

    private static void Fail(string what, Exception fault) => Assert.Fail($"{what}: {fault.Message}");
}
