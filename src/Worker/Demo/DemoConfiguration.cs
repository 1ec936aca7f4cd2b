using System.Globalization;
using System.Text;

namespace OpinionWatch.Worker.Demo;

/// <summary>Writes the demo's configuration: the shipped words, levels and steps, with the demo's own sites, people and pickup folder.</summary>
internal static class DemoConfiguration
{
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task WriteAsync(string shipped, string folder, IEnumerable<SampleSite> sites, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(folder, "sites"));
        Directory.CreateDirectory(Path.Combine(folder, "lexicon"));
        foreach (var name in new[] { "grading.yaml", "area.yaml", "escalation.yaml" })
        {
            File.Copy(Path.Combine(shipped, name), Path.Combine(folder, name), overwrite: true);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, "lexicon")))
        {
            File.Copy(file, Path.Combine(folder, "lexicon", Path.GetFileName(file)), overwrite: true);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "opinionwatch.yaml"), Main, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "contacts.yaml"), Contacts, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "sites", "demo.yaml"), SitesOf(sites), cancellationToken);
    }

    private const string Main = """
        organisation: 益阳市自然资源和规划局（演示）
        timeZone: Asia/Shanghai
        data: ./data
        store: { kind: litedb }
        console: { listen: "http://127.0.0.1:0", apiTokens: ["demo"] }
        fetch: { userAgent: "OpinionWatch-Demo/1.0", delay: 0s, allowAddresses: ["127.0.0.0/8"] }
        mail: { from: "舆情监测 <watch@example.gov.cn>", pickup: ./data/outgoing }
        sms: { gateway: none }

        """;

    private const string Contacts = """
        contacts:
          - { id: officer, name: 舆情信息员, email: officer@example.gov.cn }
          - { id: office, name: 局办公室, email: office@example.gov.cn }
          - { id: director, name: 局长, email: director@example.gov.cn }
          - { id: deputy, name: 分管副局长, email: deputy@example.gov.cn }
        groups:
          leaders: [director, deputy]

        """;

    private static string SitesOf(IEnumerable<SampleSite> sites)
    {
        var yaml = new StringBuilder();
        foreach (var site in sites)
        {
            var (id, name, kind, tier) = site.Kind switch
            {
                SampleKind.Forum => ("sample-forum", "示例论坛", "discuz", "forum"),
                SampleKind.Feed => ("sample-daily", "示例日报", "feed", "municipal"),
                _ => ("sample-news", "示例新闻网", "list", "portal"),
            };
            yaml.Append(CultureInfo.InvariantCulture, $"- {{ id: {id}, name: {name}, kind: {kind}, tier: {tier}, region: 益阳, start: [\"{site.Start}\"], every: 2s, delay: 0s }}\n");
        }

        return yaml.ToString();
    }
}
