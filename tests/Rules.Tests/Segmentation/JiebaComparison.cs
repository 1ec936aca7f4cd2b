using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

/// <summary>Compares a segmenter with the oracle's answer in all modes.</summary>
internal static class JiebaComparison
{
    public const int ModeCount = 5;

    public static IReadOnlyList<string>[] AllModes(Segmenter segmenter, string text) =>
    [
        segmenter.Cut(text),
        segmenter.Cut(text, SegmentMode.Precise, hmm: false),
        segmenter.Cut(text, SegmentMode.Search),
        segmenter.Cut(text, SegmentMode.Search, hmm: false),
        segmenter.Cut(text, SegmentMode.Full),
    ];

    /// <summary>Lists what differs, as sentences; empty when nothing does.</summary>
    public static IEnumerable<string> Differences(Segmenter segmenter, string text, IReadOnlyList<string> answers)
    {
        var ours = AllModes(segmenter, text);
        for (var mode = 0; mode < ModeCount; mode++)
        {
            var theirs = JiebaOracle.Tokens(answers[mode]);
            if (!ours[mode].SequenceEqual(theirs))
            {
                yield return $"mode {mode}: jieba says {string.Join('/', theirs)} and we say {string.Join('/', ours[mode])}";
            }
        }
    }
}
