using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Tests;

/// <summary>The matcher against the plain search of every term at every place.</summary>
public sealed class OverlappingTermsTests
{
    private const string Letters = "甲乙丙丁\uffff";

    [FsCheck.NUnit.Property]
    public Property Every_occurrence_of_every_term_is_reported_once_in_the_order_of_the_text() => Prop.ForAll(
        Gen.NonEmptyListOf(Words(1, 5)).ToArbitrary(),
        Words(0, 60).ToArbitrary(),
        (terms, text) =>
        {
            var distinct = terms.Distinct(StringComparer.Ordinal).ToArray();

            var hits = Engine(distinct).Analyze(new Document { Id = "1", Text = text }).Hits.Select(hit => (hit.Start, hit.Length)).ToArray();

            return hits.SequenceEqual(Searched(distinct, "\n" + text));
        });

    [Test]
    public void A_lexicon_of_many_terms_finds_each_of_them()
    {
        var terms = Enumerable.Range(0, 30_000).Select(i => $"词{(char)(0x4E00 + (i % 5000))}{i.ToString(CultureInfo.InvariantCulture)}").ToArray();
        var engine = Engine(terms);

        var missed = terms.Where((_, i) => i % 97 == 0).Where(term => !engine.Analyze(new Document { Id = "1", Text = $"前{term}后" }).Hits.Any(hit => hit.Term == term)).ToArray();

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public void An_empty_lexicon_finds_nothing() => Assert.That(Engine([]).Analyze(new Document { Id = "1", Text = "任何文字" }).Hits, Is.Empty);

    private static Gen<string> Words(int least, int most) =>
        from length in Gen.Choose(least, most)
        from letters in Gen.ArrayOf(Gen.Elements(Letters.ToCharArray()), length)
        select new string(letters);

    private static RuleEngine Engine(string[] terms) =>
        new(Lexicon.From([.. terms.Select(term => new LexiconEntry { Term = term, Category = "留意" })]), GradingOptions.Default, AreaOptions.Empty);

    private static IEnumerable<(int Start, int Length)> Searched(string[] terms, string text) =>
        from start in Enumerable.Range(0, text.Length)
        from term in terms.OrderByDescending(term => term.Length)
        where string.CompareOrdinal(text, start, term, 0, term.Length) == 0
        select (start, term.Length);
}
