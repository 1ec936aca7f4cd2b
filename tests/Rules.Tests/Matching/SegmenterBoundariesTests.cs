using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Matching;

public sealed class SegmenterBoundariesTests
{
    private const string Pieces = "强拆征地补偿加强拆分南县湖南省益阳市土地局的了我们在a1Z9+#.% \r\n，。\ud800\udc00\ud83d";

    [Test]
    public void An_edge_no_word_lies_over_is_a_boundary_of_every_cut_round_it()
    {
        var boundaries = new SegmenterBoundaries(RuleWords.Join(Segmenter.Load(), Shipped.Lexicon(), Shipped.Area(), [new UserWord("土地局的"), new UserWord("了我", 0)]));
        var random = new Random(20261124);
        List<int> starts = [];
        var sure = 0;

        for (var round = 0; round < 4000; round++)
        {
            var text = string.Create(random.Next(2, 40), random, static (span, random) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = random.Next(4) == 0 ? (char)random.Next('\u4e00', '\u5000') : Pieces[random.Next(Pieces.Length)];
                }
            });
            var (from, to) = (random.Next(text.Length), text.Length);
            boundaries.Boundaries(text.AsSpan(from, to - from), starts);
            for (var edge = from + 1; edge < to; edge++)
            {
                if (!boundaries.MayCross(text, edge))
                {
                    sure++;
                    Assert.That(starts, Does.Contain(edge - from), $"{text} at {edge}, cut from {from}");
                }
            }
        }

        Assert.That(sure, Is.GreaterThan(10_000));
    }

    [TestCase("加强拆分", 1)]
    [TestCase("湖南县级", 1)]
    [TestCase("在abc", 2)]
    public void An_edge_a_word_lies_over_is_never_called_sure(string text, int edge)
    {
        var boundaries = new SegmenterBoundaries(Segmenter.Load());

        Assert.That(boundaries.MayCross(text, edge), Is.True);
    }
}
