using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Corpus;

internal sealed record LabelledDocument(Document Document, bool Relevant, Level Level, Stance? Stance)
{
    public static IReadOnlyList<LabelledDocument> List(string part) =>
        [.. File.ReadLines(Path.Combine(Shipped.Root, "tests/Corpus", part + ".jsonl")).Select(Read)];

    private static LabelledDocument Read(string line)
    {
        var document = JsonSerializer.Deserialize<Document>(line, ContractJson.Options)!;
        var label = JsonDocument.Parse(line).RootElement.GetProperty("label");
        var stance = label.TryGetProperty("stance", out var value) ? Enum.Parse<Stance>(value.GetString()!, ignoreCase: true) : (Stance?)null;
        return new LabelledDocument(document, label.GetProperty("relevant").GetBoolean(), Enum.Parse<Level>(label.GetProperty("level").GetString()!, ignoreCase: true), stance);
    }
}
