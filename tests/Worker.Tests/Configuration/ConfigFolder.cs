using System.Text;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Configuration;

/// <summary>A configuration folder for one test; good and small until the test writes into it.</summary>
internal sealed class ConfigFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("opinionwatch-config-").FullName;

    public ConfigFolder()
    {
        Path = System.IO.Path.Combine(_root, "config");
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "sites"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "lexicon"));
        Write("opinionwatch.yaml", "organisation: 示例局\nmail: { from: 监测 <watch@bureau.test>, pickup: ./data/outgoing }\nconsole: { address: 'http://console.bureau.test' }\n");
        Write("contacts.yaml", "contacts:\n  - { id: officer, name: 信息员, email: officer@bureau.test }\n");
        Write("escalation.yaml", Escalation("{ after: 0s, notify: [officer], by: [email] }"));
    }

    public string Path { get; }

    public string Root => _root;

    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>An escalation with one step for critical, one clock (report) and a step for each other level.</summary>
    public static string Escalation(string step) => $$"""
        levels:
          critical: { name: 特别重大, reportWithin: 1h }
        steps:
          critical:
            - {{step}}
          major:
            - { after: 0s, notify: [officer], by: [email] }
          general:
            - { after: 0s, notify: [officer], by: [email] }

        """;

    public ConfigFolder Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public ConfigFolder Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, name), bytes);
        return this;
    }

    /// <summary>Adds what a small folder leaves out as a whole, so that nothing is warned of.</summary>
    public ConfigFolder Complete() => Write("area.yaml", "name: 甲市\n").Write("sites/whole.yaml", "- { id: whole, start: ['http://whole.test/'] }\n").Write("lexicon/whole.csv", "词条,类别\n强拆,行为\n");

    public ConfigurationReading Read(string? data = null) => ConfigurationReader.Read(Path, data, name => Environment.GetValueOrDefault(name));

    /// <summary>All faults as printed, the folder left out.</summary>
    public string[] Faults() => [.. Read().Faults.Select(fault => fault.ToString().Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(Path, "", StringComparison.Ordinal))];

    /// <summary>The configuration of a folder that must be good.</summary>
    public WatchConfiguration Good()
    {
        var reading = Read();
        Assert.That(reading.Configuration, Is.Not.Null, string.Join('\n', reading.Faults));
        return reading.Configuration!;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
