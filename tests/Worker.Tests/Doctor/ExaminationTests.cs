using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Alerts;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.TestKit;
using OpinionWatch.TestKit.Smtp;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Doctor;
using OpinionWatch.Worker.Tests.Configuration;
using OpinionWatch.Worker.Watchdog;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Doctor;

/// <summary>What each check of doctor says of real servers on loopback and real folders.</summary>
public sealed class ExaminationTests
{
    [Test]
    public async Task A_mail_server_that_takes_the_login_is_well_and_gets_no_mail()
    {
        await using var server = await LoopbackSmtpServer.StartAsync(new SmtpServerOptions { User = "watch", Password = "secret" });

        var right = await MailAsync(server.Port, "secret");
        var wrong = await MailAsync(server.Port, "guess");

        Assert.That((right.Mark, wrong.Mark), Is.EqualTo((DiagnosisMark.Good, DiagnosisMark.Fault)));
        Assert.That(wrong.Found, Does.Contain("用户名或密码").And.Not.Contain("guess"));
        Assert.That(server.Messages, Is.Empty);
    }

    [Test]
    public async Task A_mail_server_that_is_not_there_is_a_fault_with_what_to_do()
    {
        await using var server = await LoopbackSmtpServer.StartAsync();
        await server.StopListeningAsync();

        var found = await MailAsync(server.Port, "secret");

        Assert.That(found.Mark, Is.EqualTo(DiagnosisMark.Fault));
        Assert.That(found.Cure, Does.Contain("mail.host"));
    }

    [Test]
    public async Task A_gateway_is_only_connected_to()
    {
        await using var gateway = await LoopbackSite.StartAsync();
        var url = gateway.Url("/send?to={to}").OriginalString;

        var there = await GatewayAsync(url);
        var gone = await GatewayAsync("http://127.0.0.1:1/send?to={to}");

        Assert.That((there.Mark, gone.Mark), Is.EqualTo((DiagnosisMark.Good, DiagnosisMark.Fault)));
        Assert.That(gateway.Requests, Is.Empty);
    }

    [Test]
    public async Task Sites_are_asked_within_robots_txt_and_told_one_by_one()
    {
        await using var open = await LoopbackSite.StartAsync();
        await using var shut = await LoopbackSite.StartAsync();
        open.Set("/list.html", Answer.Html("<html><body>列表</body></html>"));
        shut.Set("/robots.txt", Answer.Text("User-agent: *\nDisallow: /\n"));
        var look = Look(Site("open", open.Url("/list.html")), Site("shut", shut.Url("/list.html")), Site("gone", new Uri("http://127.0.0.1:1/")), Site("off", new Uri("http://127.0.0.1:1/")) with { Enabled = false });

        var found = await new SitesExamination(look).LookAsync(CancellationToken.None);

        Assert.That(found.Select(one => one.Mark), Is.EqualTo(new[] { DiagnosisMark.Good, DiagnosisMark.Warning, DiagnosisMark.Warning }));
        Assert.That(found[0].Found, Does.StartWith("1 个信源可以访问（共 3 个）"));
        Assert.That(found[1].Found, Does.Contain("shut").And.Contain("robots.txt"));
        Assert.That(shut.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/robots.txt" }));
    }

    [Test]
    public async Task All_sites_out_of_reach_is_one_fault_of_our_own_line()
    {
        var found = await new SitesExamination(Look(Site("a", new Uri("http://127.0.0.1:1/")), Site("b", new Uri("http://127.0.0.1:1/b")))).LookAsync(CancellationToken.None);

        Assert.That(found.Single().Mark, Is.EqualTo(DiagnosisMark.Fault));
        Assert.That(found.Single().Cure, Does.Contain("网络"));
    }

    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(3, false)]
    public async Task The_clock_is_judged_by_the_median_of_what_sites_say(int wrong, bool agrees)
    {
        await using var site = await LoopbackSite.StartAsync();
        var sources = Enumerable.Range(0, 4).Select(number =>
        {
            var said = TimeProvider.System.GetUtcNow() + (number < wrong ? TimeSpan.FromHours(-1) : TimeSpan.Zero);
            site.Set($"/{number}", Answer.Html("<html><body>页面</body></html>", ("Date", said.ToString("r", System.Globalization.CultureInfo.InvariantCulture))));
            return Site($"s{number}", site.Url($"/{number}"));
        }).ToArray();

        var found = await new ClockExamination(Look(sources)).LookAsync(CancellationToken.None);

        Assert.That(found.Single().Mark, Is.EqualTo(agrees ? DiagnosisMark.Good : DiagnosisMark.Fault));
    }

    [Test]
    public async Task A_service_without_a_fresh_heartbeat_is_a_fault_with_the_reason_it_left()
    {
        using var folder = new ConfigFolder();
        var configuration = folder.Good();
        using var http = LiveProbe.CreateClient();
        var service = new ServiceExamination(configuration.DataFolder, configuration.TimeZone, http, TimeProvider.System);
        var before = await service.LookAsync(CancellationToken.None);
        WatchFiles.Heartbeat(configuration.DataFolder).Write(new Heartbeat { At = DateTimeOffset.UnixEpoch, StartedAt = DateTimeOffset.UnixEpoch });
        WatchFiles.Stuck(configuration.DataFolder).Write(new StuckNote(DateTimeOffset.UnixEpoch, "存储写不进去"));

        var after = await service.LookAsync(CancellationToken.None);

        Assert.That(before.Single().Mark, Is.EqualTo(DiagnosisMark.Note));
        Assert.That(after.Single().Mark, Is.EqualTo(DiagnosisMark.Fault));
        Assert.That(after.Single().Found, Does.Contain("存储写不进去"));
    }

    [Test]
    public async Task A_service_that_runs_is_asked_what_it_lacks()
    {
        using var folder = new ConfigFolder();
        var configuration = folder.Good();
        await using var console = await LoopbackSite.StartAsync();
        console.Set("/health/ready", Answer.Text("""{"status":"ready","degraded":["2 个信源看不到：甲、乙"]}"""));
        var now = TimeProvider.System.GetUtcNow();
        WatchFiles.Heartbeat(configuration.DataFolder).Write(new Heartbeat { At = now, StartedAt = now, Listen = [console.Url("/").OriginalString] });
        using var http = LiveProbe.CreateClient();

        var found = await new ServiceExamination(configuration.DataFolder, configuration.TimeZone, http, TimeProvider.System).LookAsync(CancellationToken.None);

        Assert.That(found.Select(one => (one.Mark, one.Found)).Last(), Is.EqualTo((DiagnosisMark.Warning, "2 个信源看不到：甲、乙")));
    }

    [Test]
    public async Task A_faulty_configuration_is_told_and_hides_nothing_that_needs_none()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", "organisation: 示例局\nmail: { nothing: 1 }\n");

        var code = await CommandLine.InvokeAsync(["doctor", "--offline", "--config", folder.Path, "--data", Path.Combine(folder.Root, "data")]);
        var found = await new ConfigurationExamination(folder.Read().Configuration, folder.Read().Faults).LookAsync(CancellationToken.None);

        Assert.That(code, Is.EqualTo(2));
        Assert.That(found[0].Mark, Is.EqualTo(DiagnosisMark.Fault));
        Assert.That(found[1].Found, Does.Contain("opinionwatch.yaml:2:"));
    }

    [Test]
    [Platform("Linux")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Secrets_that_others_may_read_are_named()
    {
        using var folder = new ConfigFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Root, "data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "accounts.json"), "{}");
        File.SetUnixFileMode(Path.Combine(data, "accounts.json"), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        var found = await new DataFolderExamination(data).LookAsync(CancellationToken.None);

        Assert.That(found.Single(one => one.Mark == DiagnosisMark.Warning && one.Found.Contains("accounts.json", StringComparison.Ordinal)).Cure, Does.StartWith("chmod 600"));
        Assert.That(Directory.EnumerateFiles(data, ".doctor*"), Is.Empty);
    }

    private static async Task<Diagnosis> MailAsync(int port, string password) =>
        (await new MailExamination(new MailOptions { From = "监测 <watch@bureau.test>", Host = "127.0.0.1", Port = port, Security = MailSecurity.None, User = "watch", Password = password, Timeout = TimeSpan.FromSeconds(20) }, TimeProvider.System).LookAsync(CancellationToken.None)).Single();

    private static async Task<Diagnosis> GatewayAsync(string url) =>
        (await new GatewaysExamination(new AlertsOptions { Sms = new HttpSmsOptions { Url = url } }, ContactBook.Empty, TimeProvider.System).LookAsync(CancellationToken.None)).Single();

    private static Source Site(string id, Uri start) => new() { Id = id, Name = id, Start = [start], Kind = SourceKind.List };

    private static SitesLook Look(params Source[] sources) =>
        new(new CrawlingOptions { Sources = sources, AllowAddresses = ["127.0.0.0/8"], Delay = TimeSpan.Zero }, TimeProvider.System, NullLogger.Instance);
}
