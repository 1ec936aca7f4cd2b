using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>Contexts (排除) in which a term does not count: a longer word that holds the term where it stands, or another word near it.</summary>
internal sealed class ExcludedContexts
{
    private const int Near = 24;

    private readonly Around[] _around;
    private readonly string[] _near;

    private ExcludedContexts(Around[] around, string[] near) => (_around, _near) = (around, near);

    /// <summary>Nothing is excluded.</summary>
    public static ExcludedContexts None { get; } = new([], []);

    /// <summary>Contexts of one folded term; those that hold the term exclude by overlap, the others when they stand within 24 characters of it.</summary>
    public static ExcludedContexts Of(string foldedTerm, IEnumerable<string> foldedContexts)
    {
        var all = foldedContexts.Where(context => context.Length > 0 && context != foldedTerm).Distinct(StringComparer.Ordinal).ToArray();
        if (all.Length == 0)
        {
            return None;
        }

        var around = all.Where(context => context.Contains(foldedTerm)).SelectMany(context => OffsetsIn(context, foldedTerm).Select(offset => Around.Of(context, offset, foldedTerm.Length)));
        return new([.. around], [.. all.Where(context => !context.Contains(foldedTerm))]);
    }

    /// <summary>Whether the term that stands at <paramref name="start"/> is excluded.</summary>
    public bool Apply(ReadOnlySpan<char> text, int start, int length)
    {
        foreach (ref readonly var around in _around.AsSpan())
        {
            // The term itself is there: the character beside it decides most, and cheaply.
            var beside = start + around.BesideAt;
            if ((uint)beside < (uint)text.Length && text[beside] == around.Beside && around.StandsAt(text, start))
            {
                return true;
            }
        }

        if (_near.Length == 0)
        {
            return false;
        }

        var left = Math.Max(0, start - Near);
        var window = text[left..Math.Min(text.Length, start + length + Near)];
        foreach (var context in _near)
        {
            if (window.IndexOf(context) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> OffsetsIn(string context, string term)
    {
        var offsets = new List<int>();
        for (var at = context.IndexOf(term, StringComparison.Ordinal); at >= 0; at = context.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            offsets.Add(at);
        }

        return offsets;
    }

    /// <summary>A longer word that holds the term.</summary>
    /// <param name="Text">The word.</param>
    /// <param name="Offset">Where in it the term begins.</param>
    /// <param name="BesideAt">Where a character beside the term stands, from the term's beginning.</param>
    /// <param name="Beside">That character.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Around(string Text, int Offset, int BesideAt, char Beside)
    {
        public static Around Of(string text, int offset, int termLength) => offset > 0 ? new(text, offset, -1, text[offset - 1]) : new(text, 0, termLength, text[termLength]);

        public bool StandsAt(ReadOnlySpan<char> text, int start)
        {
            var from = start - Offset;
            return from >= 0 && from + Text.Length <= text.Length && text.Slice(from, Text.Length).SequenceEqual(Text);
        }
    }
}
