using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>A document with its accepted matches, and what stands round each.</summary>
internal sealed class Reading(Document document, FoldedText text, List<Found> found, CharacterTable table)
{
    private const int LongestClause = 80;
    private const int LongestSentence = 240;
    private readonly bool?[] _real = new bool?[found.Count];

    /// <summary>The document.</summary>
    public Document Document { get; } = document;

    /// <summary>Its folded text.</summary>
    public FoldedText Text { get; } = text;

    /// <summary>The accepted matches in the order of the text.</summary>
    public IReadOnlyList<Found> Found => found;

    /// <summary>Whether the text has this role at all; matches inside longer ones not counted.</summary>
    public bool Has(TermRole role) => found.Exists(one => one.Term.Role == role && !one.Inner);

    /// <summary>Whether the title names it.</summary>
    public bool InTitle(Found one) => one.Start < Text.TitleLength;

    /// <summary>Whether the title calls what is told untrue (辟谣).</summary>
    public bool IsDeniedByTitle => Has(TermRole.Denial) && found.Exists(one => one.Term.Role == TermRole.Denial && InTitle(one));

    /// <summary>Bounds of the clause round a match.</summary>
    public (int Start, int End) Clause(Found one) => Clause(one.Start, one.End);

    /// <summary>Bounds of the clause round a span.</summary>
    public (int Start, int End) Clause(int start, int end) => Bounds(start, end, CharacterKind.ClauseEnd, LongestClause);

    /// <summary>Bounds of the sentence round a match.</summary>
    public (int Start, int End) Sentence(Found one) => Sentence(one.Start, one.End);

    /// <summary>Bounds of the sentence round a span.</summary>
    public (int Start, int End) Sentence(int start, int end) => Bounds(start, end, CharacterKind.SentenceEnd, LongestSentence);

    /// <summary>Matches that start between two offsets, round a known index.</summary>
    public IEnumerable<Found> Between(int index, int start, int end)
    {
        var from = index;
        while (from > 0 && found[from - 1].Start >= start)
        {
            from--;
        }

        for (var i = from; i < found.Count && found[i].Start < end; i++)
        {
            if (i != index)
            {
                yield return found[i];
            }
        }
    }

    /// <summary>Whether what the match names did happen, as told: not denied, not only possible, asked about, rehearsed or fought against.</summary>
    public bool IsReal(int index) => _real[index] ??= Realization.Holds(this, index);

    /// <summary>The character that ends a span; a line end past the text.</summary>
    public char CharAt(int offset) => offset < Text.Length ? Text.Span[offset] : '\n';

    /// <summary>What stands in the original at a match.</summary>
    public string Original(Found one)
    {
        var start = Text.Origin(one.Start);
        return Text.Original(start, Text.Origin(one.End - 1) + 1 - start);
    }

    private (int Start, int End) Bounds(int from, int to, CharacterKind least, int most)
    {
        var span = Text.Span;
        var start = from;
        while (start > 0 && from - start < most && table.Kinds[span[start - 1]] < least)
        {
            start--;
        }

        var end = to;
        while (end < span.Length && end - to < most && table.Kinds[span[end]] < least)
        {
            end++;
        }

        return (start, end);
    }
}
