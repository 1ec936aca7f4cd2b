using System.Text;
using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

/// <summary>Texts written to cost time: many different terms, each often. What looks at every match for every match takes minutes here.</summary>
public sealed class HostileTextTests
{
    private const int Rounds = 64;
    private const int MostMilliseconds = 30_000;

    [Test]
    [MaxTime(MostMilliseconds)]
    public void Every_short_term_with_a_blank_inside_is_answered_in_time()
    {
        var words = Shipped.Lexicon().Entries.Where(entry => entry.Term.Length == 2 && entry.Term.All(char.IsLetter)).Select(entry => $"{entry.Term[0]} {entry.Term[1]}。");

        var analysis = Shipped.Engine.Analyze(Repeated(null, words));

        Assert.That(analysis.Id, Is.EqualTo("1"));
    }

    [Test]
    [MaxTime(MostMilliseconds)]
    public void Every_ambiguous_place_named_often_in_a_long_text_is_answered_in_time()
    {
        var words = Shipped.Area().Places.Where(place => place.Needs.Count > 0).Select(place => place.Name + new string('山', 400) + "。");

        var analysis = Shipped.Engine.Analyze(Repeated("征地", words));

        Assert.That(analysis.Regions, Is.Not.Empty);
    }

    [Test]
    [MaxTime(MostMilliseconds)]
    public void Doubtful_disguises_among_all_terms_under_a_title_that_denies_are_answered_in_time()
    {
        var words = Shipped.Lexicon().Entries.Where(entry => entry.Term.Length is 2 or 3).Select(entry => $"{entry.Term}墙拆qiangchai，");

        var analysis = Shipped.Engine.Analyze(Repeated("网传强拆致人死亡系谣言", words));

        Assert.That(analysis.Relevant, Is.True);
    }

    [TestCase("上访大")]
    [TestCase("两违通")]
    [TestCase("丈量范")]
    [MaxTime(MostMilliseconds)]
    public void A_text_without_an_end_of_clause_whose_neighbours_all_begin_words_is_answered_in_time(string piece)
    {
        var analysis = Shipped.Engine.Analyze(new Document { Id = "1", Text = new StringBuilder().Insert(0, piece, 100_000).ToString() });

        Assert.That(analysis.Id, Is.EqualTo("1"));
    }

    private static Document Repeated(string? title, IEnumerable<string> words)
    {
        var once = string.Concat(words);
        return new Document { Id = "1", Title = title, Text = new StringBuilder().Insert(0, once, Rounds).ToString() };
    }
}
