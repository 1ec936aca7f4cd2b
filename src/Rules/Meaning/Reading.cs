using System.Runtime.InteropServices;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>A document with its accepted matches, and what stands round each.</summary>
internal sealed class Reading
{
    private readonly List<Found> _found;
    private readonly List<byte> _real;
    private readonly MatchBounds _bounds;
    private readonly CharacterTable _table;
    private readonly ulong _roles;

    /// <summary>A reading of a document whose matches stand in the buffers.</summary>
    public Reading(Document document, FoldedText text, Scratch scratch, CharacterTable table)
    {
        (Document, Text, Scratch, _found, _real, _bounds, _table) = (document, text, scratch, scratch.Found, scratch.Real, scratch.Bounds, table);
        CollectionsMarshal.SetCount(_real, _found.Count);
        CollectionsMarshal.AsSpan(_real).Clear();
        _bounds.Forget();
        foreach (ref readonly var one in Found)
        {
            _roles |= one.Inner ? 0 : 1UL << (int)one.Term.Role;
        }

        Denials = Has(TermRole.Denial) ? Denials.Of(this) : Denials.None;
    }

    /// <summary>The document.</summary>
    public Document Document { get; }

    /// <summary>Its folded text.</summary>
    public FoldedText Text { get; }

    /// <summary>Buffers for those who count.</summary>
    public Scratch Scratch { get; }

    /// <summary>The accepted matches in the order of the text.</summary>
    public ReadOnlySpan<Found> Found => CollectionsMarshal.AsSpan(_found);

    /// <summary>Whether the text has this role at all; matches inside longer ones not counted.</summary>
    public bool Has(TermRole role) => (_roles & (1UL << (int)role)) != 0;

    /// <summary>Whether the title names it.</summary>
    public bool InTitle(Found one) => one.Start < Text.TitleLength;

    /// <summary>Whether any match is such.</summary>
    public bool Any(Func<Found, bool> such)
    {
        foreach (ref readonly var one in Found)
        {
            if (such(one))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the document calls untrue (辟谣).</summary>
    public Denials Denials { get; }

    /// <summary>Bounds of the clause round a match.</summary>
    public (int Start, int End) Clause(int index) => BoundsRead().Clause(index);

    /// <summary>Bounds of the clause round a span.</summary>
    public (int Start, int End) Clause(int start, int end) => Bounds(start, end, CharacterKind.ClauseEnd, MatchBounds.LongestClause);

    /// <summary>Bounds of the sentence round a match.</summary>
    public (int Start, int End) Sentence(int index) => BoundsRead().Sentence(index);

    /// <summary>Bounds of the sentence round a span.</summary>
    public (int Start, int End) Sentence(int start, int end) => Bounds(start, end, CharacterKind.SentenceEnd, MatchBounds.LongestSentence);

    /// <summary>Matches that start between two offsets, round a known index.</summary>
    public Neighbours Between(int index, int start, int end)
    {
        var found = Found;
        var from = index;
        while (from > 0 && found[from - 1].Start >= start)
        {
            from--;
        }

        var to = index;
        while (to < found.Length && found[to].Start < end)
        {
            to++;
        }

        return new Neighbours(found[from..Math.Max(from, to)], index - from);
    }

    /// <summary>Whether what the match names did happen, as told: not denied, not only possible, asked about, rehearsed or fought against.</summary>
    public bool IsReal(int index)
    {
        if (_real[index] == 0)
        {
            _real[index] = (byte)(Realization.Holds(this, index) ? 2 : 1);
        }

        return _real[index] == 2;
    }

    /// <summary>The character that ends a span; a line end past the text.</summary>
    public char CharAt(int offset) => offset < Text.Length ? Text.Span[offset] : '\n';

    /// <summary>What stands in the original at a match.</summary>
    public string Original(Found one)
    {
        var start = Text.Origin(one.Start);
        var length = Text.Origin(one.End - 1) + 1 - start;
        return Text.IsOriginal(start, length, one.Term.Name) ? one.Term.Name : Text.Original(start, length);
    }

    /// <summary>Many a text that is none of the field's is judged without them.</summary>
    private MatchBounds BoundsRead()
    {
        if (!_bounds.AreRead)
        {
            _bounds.Read(Text.Span, Found, _table.Kinds);
        }

        return _bounds;
    }

    private (int Start, int End) Bounds(int from, int to, CharacterKind ends, int most) =>
        (ClauseEdges.Before(Text.Span, from, _table, ends, most), ClauseEdges.After(Text.Span, to, _table, ends, most));
}
