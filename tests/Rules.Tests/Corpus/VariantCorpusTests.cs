using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Corpus;

/// <summary>Disguised terms and innocent look-alikes written by someone who did not know the rules. The half "tuned" was looked at while the rules were made, the half "unseen" only scored.</summary>
public sealed class VariantCorpusTests
{
    [TestCase("tuned", 0.94)]
    [TestCase("unseen", 0.86)]
    public void Disguised_terms_are_found(string half, double floor)
    {
        var kinds = new SortedDictionary<string, (int Found, int All)>(StringComparer.Ordinal);
        foreach (var one in List("variants", half))
        {
            var (term, variant, kind) = (one.GetProperty("term").GetString()!, one.GetProperty("variant").GetString()!.Trim('【', '】'), one.GetProperty("kind").GetString()!);
            var text = "\n" + one.GetProperty("text").GetString();
            var found = Analyze(one).Hits.Any(hit => (hit.Term.Contains(term) || hit.Term.Contains(variant)) && text.IndexOf(variant, hit.Start, StringComparison.Ordinal) is >= 0 and var at && at + variant.Length <= hit.Start + hit.Length);
            var (already, all) = kinds.GetValueOrDefault(kind);
            kinds[kind] = (already + (found ? 1 : 0), all + 1);
            if (!found && half == "tuned")
            {
                TestContext.Out.WriteLine($"MISS {kind} {term} {variant} | {text.Trim()} | {string.Join(' ', Analyze(one).Hits.Select(hit => hit.Matched))}");
            }
        }

        TestContext.Out.WriteLine(string.Join(", ", kinds.Select(pair => $"{pair.Key} {pair.Value.Found}/{pair.Value.All}")));
        var share = kinds.Values.Sum(value => value.Found) / (double)kinds.Values.Sum(value => value.All);
        TestContext.Out.WriteLine($"{half}: {share:P1}");
        Assert.That(share, Is.GreaterThanOrEqualTo(floor));
    }

    [TestCase("tuned", 0.02)]
    [TestCase("unseen", 0.02)]
    public void Innocent_look_alikes_are_not_taken_for_disguises(string half, double ceiling)
    {
        var all = List("innocent", half);

        var taken = all.Where(one => Analyze(one).Hits.Any(hit => hit.Matched != hit.Term)).ToList();

        taken.ForEach(one => TestContext.Out.WriteLine(one.GetRawText()));
        TestContext.Out.WriteLine($"{half}: {taken.Count} of {all.Count}");
        Assert.That(taken.Count / (double)all.Count, Is.LessThanOrEqualTo(ceiling));
    }

    private static Analysis Analyze(JsonElement one) => Shipped.Engine.Analyze(Engines.Text(one.GetProperty("text").GetString()!));

    private static List<JsonElement> List(string part, string half) =>
        [.. File.ReadLines(Path.Combine(Shipped.Root, "tests/Corpus", part + ".jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Where(one => one.GetProperty("half").GetString() == half)];
}
