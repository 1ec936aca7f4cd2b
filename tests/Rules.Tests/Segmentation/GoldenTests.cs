using System.Text.Json;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

public sealed class GoldenTests
{
    [Test]
    public void Known_lines_are_cut_as_jieba_cut_them_in_every_mode() => Compare(Segmenter.Load(), "expected.json");

    [Test]
    public void Known_lines_are_cut_as_jieba_cut_them_with_a_user_dictionary()
    {
        using var file = new StreamReader(GoldenFile("user.dict"));
        var words = ((UserDictionaryReading.Read)UserDictionary.Parse(file)).Words;

        Compare(Segmenter.Load().WithWords(words), "expected-user.json");
    }

    private static void Compare(Segmenter segmenter, string file)
    {
        var rows = JsonSerializer.Deserialize<List<GoldenRow>>(File.ReadAllText(GoldenFile(file)), JsonSerializerOptions.Web)!;

        Assert.That(rows, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var row in rows)
            {
                Assert.That(JiebaComparison.AllModes(segmenter, row.Text), Is.EqualTo(new[] { row.Precise, row.PreciseNoHmm, row.Search, row.SearchNoHmm, row.Full }), row.Text);
            }
        });
    }

    private static string GoldenFile(string name) => Path.Combine(TestContext.CurrentContext.TestDirectory, "Segmentation", "Golden", name);

    private sealed record GoldenRow(string Text, string[] Precise, string[] PreciseNoHmm, string[] Search, string[] SearchNoHmm, string[] Full);
}
