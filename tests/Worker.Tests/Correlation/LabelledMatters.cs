using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>The labelled set <c>tests/Corpus/matters.jsonl</c>, analysed by the shipped rules, in the order of publication.</summary>
internal static class LabelledMatters
{
    /// <summary>Reads it. A document the rules give no level is taken as a general one, so that correlation is measured by itself.</summary>
    public static IReadOnlyList<LabelledMatter> Read()
    {
        var engine = RuleEngineFactory.Create(ConfigurationReader.Read(Path.Combine(Repository.Root, "config"), null, _ => null).Configuration!);
        return
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Corpus", "matters.jsonl"))
                .Select(line => (Document: JsonSerializer.Deserialize<Document>(line, ContractJson.Options)!, Matter: JsonDocument.Parse(line).RootElement.GetProperty("matter").GetString()!))
                .OrderBy(item => item.Document.PublishedAt)
                .ThenBy(item => item.Document.Id, StringComparer.Ordinal)
                .Select(item => new LabelledMatter(item.Document, Levelled(engine.Analyze(item.Document)), item.Matter)),
        ];
    }

    private static Analysis Levelled(Analysis analysis) =>
        analysis.Level == Level.None ? analysis with { Relevant = true, InArea = true, Level = Level.General } : analysis;
}
