using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Support;

/// <summary>Engines of a few words, with the segmenter as the service has it.</summary>
internal static class Engines
{
    public static RuleEngine Of(params IReadOnlyList<LexiconEntry> entries)
    {
        var lexicon = Lexicon.From(entries);
        var area = new AreaOptions { Name = "益阳" };
        return new RuleEngine(lexicon, GradingOptions.Default, area, new SegmenterBoundaries(RuleWords.Join(Segmenter.Load(), lexicon, area, [])));
    }

    public static Document Text(string text) => new() { Id = "1", Text = text };
}
