using System.Globalization;
using System.Text;
using OpinionWatch.TestKit.Smtp;
using OpinionWatch.Worker.Demo;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>A town of its own for one test: four sites, a mail server, a configuration folder and a data folder.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("opinionwatch-scene-");

    private Scene(LoopbackSmtpServer mail, List<SampleSite> sites)
    {
        Mail = mail;
        Sites = sites;
        Data = Path.Combine(_root.FullName, "data");
    }

    public LoopbackSmtpServer Mail { get; }

    public List<SampleSite> Sites { get; }

    public string Config => Path.Combine(_root.FullName, "config");

    /// <summary>The data folder; a test may put it on another volume before the service starts.</summary>
    public string Data { get; set; }

    /// <summary>Escalation file; a test may write another before the service starts.</summary>
    public string Escalation => Path.Combine(Config, "escalation.yaml");

    public static async Task<Scene> SetAsync(string every = "1s")
    {
        var sites = new List<SampleSite>
        {
            await SampleSite.StartAsync(SampleKind.News, "示例新闻网", "utf-8", CancellationToken.None),
            await SampleSite.StartAsync(SampleKind.Feed, "示例日报", "utf-8", CancellationToken.None),
            await SampleSite.StartAsync(SampleKind.Forum, "示例论坛", "utf-8", CancellationToken.None),
            await SampleSite.StartAsync(SampleKind.Forum, "示例社区", "gbk", CancellationToken.None),
        };
        var scene = new Scene(await LoopbackSmtpServer.StartAsync(), sites);
        scene.Write(every);
        return scene;
    }

    public Task<ServiceProcess> StartServiceAsync(bool untilReady = true) => ServiceProcess.StartAsync(Config, Data, untilReady);

    public async ValueTask DisposeAsync()
    {
        foreach (var site in Sites)
        {
            await site.DisposeAsync();
        }

        await Mail.DisposeAsync();
        _root.Delete(recursive: true);
    }

    private void Write(string every)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "config");
        Directory.CreateDirectory(Path.Combine(Config, "sites"));
        Directory.CreateDirectory(Path.Combine(Config, "lexicon"));
        foreach (var name in new[] { "grading.yaml", "area.yaml" })
        {
            File.Copy(Path.Combine(shipped, name), Path.Combine(Config, name));
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, "lexicon")))
        {
            File.Copy(file, Path.Combine(Config, "lexicon", Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(Config, "opinionwatch.yaml"), $$"""
            organisation: 益阳市自然资源和规划局（测试）
            timeZone: Asia/Shanghai
            data: ./data
            store: { kind: litedb }
            console: { listen: "http://127.0.0.1:0", apiTokens: ["{{ServiceProcess.Token}}"] }
            fetch: { userAgent: "OpinionWatch-Test/1.0", delay: 0s, allowAddresses: ["127.0.0.0/8"] }
            mail: { from: "舆情监测 <watch@example.gov.cn>", host: 127.0.0.1, port: {{Mail.Port}}, security: none }
            sms: { gateway: none }

            """);
        File.WriteAllText(Path.Combine(Config, "contacts.yaml"), """
            contacts:
              - { id: officer, name: 舆情信息员, email: officer@example.gov.cn }
              - { id: director, name: 局长, email: director@example.gov.cn }
            groups:
              leaders: [director]

            """);
        File.WriteAllText(Escalation, """
            levels:
              critical: { name: 特别重大, reportWithin: 1h, statementWithin: 5h, briefingWithin: 24h }
              major: { name: 重大, reportWithin: 2h, statementWithin: 5h, briefingWithin: 24h }
              general: { name: 一般, replyWithin: 48h }
              watch: { name: 关注 }
            steps:
              critical:
                - { after: 0s, notify: [officer, leaders], by: [email] }
              major:
                - { after: 0s, notify: [officer], by: [email] }
              general:
                - { after: 0s, notify: [officer], by: [email] }
            limits: { messages: 0, per: 10m }

            """);
        File.WriteAllText(Path.Combine(Config, "sites", "town.yaml"), SitesYaml(every));
    }

    private string SitesYaml(string every)
    {
        var yaml = new StringBuilder();
        foreach (var (site, index) in Sites.Select((site, index) => (site, index)))
        {
            var (kind, tier) = site.Kind switch
            {
                SampleKind.Forum => ("discuz", "forum"),
                SampleKind.Feed => ("feed", "municipal"),
                _ => ("list", "portal"),
            };
            yaml.Append(CultureInfo.InvariantCulture, $"- {{ id: site-{index}, name: 站点{index}, kind: {kind}, tier: {tier}, region: 益阳, start: [\"{site.Start}\"], every: {every}, delay: 0s }}\n");
        }

        return yaml.ToString();
    }
}
