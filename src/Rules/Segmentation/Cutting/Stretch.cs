using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>Parts a text where no token can reach across.</summary>
internal static class Stretch
{
    /// <summary>Finds the end of the stretch beginning at <paramref name="start"/>: about a window long, longer only when the text offers no break.</summary>
    public static int End(Lexicon lexicon, ReadOnlySpan<char> text, int start)
    {
        var wanted = start + Workspace.Window;
        if (wanted >= text.Length || wanted < 0)
        {
            return text.Length;
        }

        for (var end = wanted; end > start; end--)
        {
            if (IsBreak(lexicon, text[end - 1]))
            {
                return end;
            }
        }

        for (var end = wanted + 1; end < text.Length; end++)
        {
            if (IsBreak(lexicon, text[end - 1]))
            {
                return end;
            }
        }

        return text.Length;
    }

    private static bool IsBreak(Lexicon lexicon, char c) => lexicon.CutCodes[c] == Lexicon.Outside && c != '\r' && !char.IsHighSurrogate(c);
}
