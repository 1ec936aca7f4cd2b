namespace OpinionWatch.Rules.Matching;

/// <summary>Contexts (排除) in which a term does not count: a longer word that holds the term where it stands, or another word near it.</summary>
internal sealed class ExcludedContexts
{
    private const int Near = 24;

    private readonly (string Text, int Offset)[] _around;
    private readonly string[] _near;

    private ExcludedContexts((string Text, int Offset)[] around, string[] near) => (_around, _near) = (around, near);

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

        var around = all.Where(context => context.Contains(foldedTerm)).SelectMany(context => OffsetsIn(context, foldedTerm).Select(offset => (context, offset)));
        return new([.. around], [.. all.Where(context => !context.Contains(foldedTerm))]);
    }

    /// <summary>Whether the term that stands at <paramref name="start"/> is excluded.</summary>
    public bool Apply(ReadOnlySpan<char> text, int start, int length)
    {
        foreach (var (context, offset) in _around)
        {
            var from = start - offset;
            if (from < 0 || from + context.Length > text.Length)
            {
                continue;
            }

            // The term itself is there: the character beside it decides most, and cheaply.
            var beside = offset > 0 ? offset - 1 : length;
            if (text[from + beside] == context[beside] && text.Slice(from, context.Length).SequenceEqual(context))
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
}
