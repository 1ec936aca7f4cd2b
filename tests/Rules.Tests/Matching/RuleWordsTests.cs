using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Matching;

public sealed class RuleWordsTests
{
    private static readonly AreaOptions Area = new() { Name = "益阳", Places = [new PlaceOptions { Name = "泥江口镇" }, new PlaceOptions { Name = "南县", WholeWord = true }] };

    [Test]
    public void Terms_and_places_join_the_segmenter_and_the_shipped_one_stays_as_it_was()
    {
        var lexicon = Lexicon.From([new LexiconEntry { Term = "洗砂场", Category = "行为" }]);

        var segmenter = RuleWords.Join(Segmenter.Load(), lexicon, Area, []);

        Assert.That(segmenter.Cut("泥江口镇的洗砂场", hmm: false), Is.EqualTo(new[] { "泥江口镇", "的", "洗砂场" }));
        Assert.That(Segmenter.Load().Cut("洗砂场", hmm: false), Is.Not.EqualTo(new[] { "洗砂场" }));
    }

    [Test]
    public void A_term_that_holds_a_whole_word_term_does_not_hide_its_edges()
    {
        var lexicon = Lexicon.From([new LexiconEntry { Term = "南县强拆", Category = "行为" }]);

        var segmenter = RuleWords.Join(Segmenter.Load(), lexicon, Area, []);

        Assert.That(segmenter.Cut("南县强拆", hmm: false), Does.Contain("南县"));
    }

    [Test]
    public void The_user_s_own_words_count_last()
    {
        var lexicon = Lexicon.From([new LexiconEntry { Term = "洗砂场", Category = "行为" }]);

        var segmenter = RuleWords.Join(Segmenter.Load(), lexicon, Area, [new UserWord("洗砂场", 0), new UserWord("砂场路", 900)]);

        Assert.That(segmenter.Cut("洗砂场路", hmm: false), Is.EqualTo(new[] { "洗", "砂场路" }));
    }
}
