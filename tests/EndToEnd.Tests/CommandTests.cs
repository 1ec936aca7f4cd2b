using System.Text.Json.Nodes;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The commands of CONTRACT.md as a script uses them: output, errors and exit codes.</summary>
public sealed class CommandTests
{
    private static readonly string Config = Path.Combine(AppContext.BaseDirectory, "config");

    [Test]
    public async Task The_shipped_configuration_has_no_error_and_warns_of_its_placeholders()
    {
        var (exit, output, _) = await ServiceProcess.RunAsync(null, "check", "--config", Config);

        Assert.That(exit, Is.Zero, output);
        Assert.That(output, Does.Contain("contacts.yaml:9:").And.Contain("warning:").And.Not.Contain("error:"));
    }

    [Test]
    public async Task Documents_go_in_and_analyses_come_out_in_order_and_a_bad_line_is_named_and_passed_over()
    {
        const string Lines = """
            {"id":"1","text":"今天天气不错"}
            {"id":2
            {"id":"3","title":"强拆","text":"赫山区沧水铺镇昨天强拆了我家的房子，没有签协议，也没有补偿。"}

            """;

        var (exit, output, errors) = await ServiceProcess.RunAsync(Lines, "analyze", "--stats", "--config", Config);

        var analyses = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(errors, Does.Contain("<stdin>:2: error:").And.Contain("\"documents\":2"));
            Assert.That(analyses.Select(a => a["id"]!.GetValue<string>()), Is.EqualTo(new[] { "1", "3" }));
            Assert.That(analyses.Select(a => a["level"]!.GetValue<string>()), Is.EqualTo(new[] { "none", "major" }));
        });
    }

    [Test]
    public async Task A_line_is_cut_as_jieba_cuts_it()
    {
        var (exit, output, _) = await ServiceProcess.RunAsync("我来到北京清华大学\n", "segment");

        Assert.That(exit, Is.Zero);
        Assert.That(output.TrimEnd(), Is.EqualTo("""["我","来到","北京","清华大学"]"""));
    }

    [Test]
    public async Task A_saved_page_gives_its_document_and_an_address_that_is_none_is_wrong_use()
    {
        const string Html = "<html><head><title>测试标题_某网</title></head><body><h1>测试标题</h1><div class=\"info\">2026-11-24 10:20</div><div class=\"content\"><p>这是一篇文章的正文，讲的是村里修路的事情，一共两段。</p><p>第二段说明村民都很支持，路很快就能修好。</p></div></body></html>";

        var good = await ServiceProcess.RunAsync(Html, "extract", "--url", "http://news.example.cn/a/1.html", "--config", Config);
        var bad = await ServiceProcess.RunAsync(Html, "extract", "--url", "notaurl", "--config", Config);

        Assert.Multiple(() =>
        {
            Assert.That(good.ExitCode, Is.Zero, good.Errors);
            Assert.That(JsonNode.Parse(good.Output)!["title"]!.GetValue<string>(), Is.EqualTo("测试标题"));
            Assert.That(JsonNode.Parse(good.Output)!["publishedAt"]!.GetValue<DateTimeOffset>(), Is.EqualTo(new DateTimeOffset(2026, 11, 24, 10, 20, 0, TimeSpan.FromHours(8))));
            Assert.That(bad.ExitCode, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_digest_of_a_quiet_day_is_written_as_page_and_paper()
    {
        var folder = Directory.CreateTempSubdirectory("opinionwatch-digest-");
        try
        {
            var (exit, output, errors) = await ServiceProcess.RunAsync(
                null, "digest", "--from", "2026-11-23", "--to", "2026-11-24", "--out", folder.FullName, "--config", Config, "--data", Path.Combine(folder.FullName, "data"));

            Assert.That(exit, Is.Zero, errors);
            Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetExtension), Is.EqualTo(new[] { ".html", ".docx" }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("analyze", "--bogus")]
    [TestCase("nosuch")]
    [TestCase("segment", "--mode", "wrong")]
    [TestCase("notify-test")]
    public async Task Wrong_use_is_said_and_gives_two(params string[] arguments)
    {
        var (exit, output, errors) = await ServiceProcess.RunAsync("", arguments);

        Assert.That((exit, output), Is.EqualTo((2, "")));
        Assert.That(errors, Does.StartWith("opinionwatch: "));
    }

    [Test]
    public async Task The_demo_shows_a_first_alert_within_a_minute_and_ends_with_zero()
    {
        await using var demo = ServiceProcess.Launch("demo", "--config", Config);
        await demo.UntilAsync(() => Task.FromResult(demo.Output.Contains("用时", StringComparison.Ordinal)), TimeSpan.FromMinutes(1), "the first alert");

        var exit = await demo.StopAsync();

        Assert.That(demo.Output, Does.Contain("首条预警：【特别重大】"));
        Assert.That(exit, Is.Zero, demo.Errors);
    }
}
