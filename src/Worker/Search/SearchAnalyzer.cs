using Lucene.Net.Analysis;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Worker.Search;

/// <summary>How documents are cut: into words by our segmenter, which say what a text is about, and into characters, which find any phrase wherever a word was thought to end.</summary>
internal sealed class SearchAnalyzer(Segmenter segmenter) : Analyzer
{
    /// <summary>Field of the words.</summary>
    public const string Words = "w";

    /// <summary>Field of the characters.</summary>
    public const string Characters = "c";

    private const int LongestWord = 64;

    /// <summary>Cuts folded text into words, as the index has them.</summary>
    public IEnumerable<string> Cut(string folded, SegmentMode mode) =>
        segmenter.Cut(folded, mode).Where(word => word.Length is > 1 and <= LongestWord && word.Any(char.IsLetterOrDigit));

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new UnitTokenizer(reader, fieldName == Words ? text => Cut(text, SegmentMode.Search) : CutUnits));

    private static IEnumerable<string> CutUnits(string text) => SearchText.Units(text).Select(unit => text.Substring(unit.Start, unit.Length));
}
