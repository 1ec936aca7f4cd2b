using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>Joins characters the dictionary left single, in a run of at least two, by writing new lengths over the ones.</summary>
internal static class SingleRun
{
    /// <summary>jieba's <c>finalseg.cut</c>; a run that is itself a word stays in single characters.</summary>
    public static void JoinByModel(Lexicon lexicon, ReadOnlySpan<char> run, Span<int> lengths, Workspace workspace)
    {
        if (lexicon.FrequencyOf(run) > 0)
        {
            return;
        }

        for (var at = 0; at < run.Length;)
        {
            var end = at;
            var han = Block.IsHan(run[at]);
            while (end < run.Length && Block.IsHan(run[end]) == han)
            {
                end++;
            }

            if (han)
            {
                workspace.EnsureBack(end - at);
                lexicon.Model.Cut(run[at..end], lengths[at..end], workspace.Back);
                Split(lexicon, run[at..end], lengths[at..end]);
            }
            else
            {
                JoinNumbersAndNames(run[at..end], lengths[at..end]);
            }

            at = end;
        }
    }

    /// <summary>Without the model only letters and digits are joined.</summary>
    public static void JoinAlphanumerics(ReadOnlySpan<char> run, Span<int> lengths)
    {
        for (var at = 0; at < run.Length;)
        {
            var count = Count(run[at..]);
            lengths[at] = Math.Max(1, count);
            at += lengths[at];
        }
    }

    /// <summary>Parts by <c>[a-zA-Z0-9]+(?:\.\d+)?%?</c>; what stands between two matches is one token.</summary>
    private static void JoinNumbersAndNames(ReadOnlySpan<char> run, Span<int> lengths)
    {
        for (var at = 0; at < run.Length;)
        {
            var end = at + Count(run[at..]);
            if (end > at)
            {
                if (end < run.Length && run[end] == '.' && end + 1 < run.Length && char.IsAsciiDigit(run[end + 1]))
                {
                    end++;
                    while (end < run.Length && char.IsAsciiDigit(run[end]))
                    {
                        end++;
                    }
                }

                if (end < run.Length && run[end] == '%')
                {
                    end++;
                }
            }
            else
            {
                while (end < run.Length && !char.IsAsciiLetterOrDigit(run[end]))
                {
                    end++;
                }
            }

            lengths[at] = end - at;
            at = end;
        }
    }

    private static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiLetterOrDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    private static void Split(Lexicon lexicon, ReadOnlySpan<char> run, Span<int> lengths)
    {
        if (lexicon.Split is null)
        {
            return;
        }

        var split = lexicon.Split.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < run.Length;)
        {
            var length = lengths[at];
            if (split.Contains(run.Slice(at, length)))
            {
                lengths.Slice(at, length).Fill(1);
            }

            at += length;
        }
    }
}
