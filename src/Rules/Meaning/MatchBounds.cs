using System.Runtime.InteropServices;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Clause and sentence round each match of a document, found in one walk to the left and one to the right.</summary>
/// <remarks>Neighbouring matches share what was already read, so a text full of matches is read twice and not once for each match.</remarks>
internal sealed class MatchBounds
{
    /// <summary>How far a clause reaches to each side of what it is round.</summary>
    public const int LongestClause = 80;

    /// <summary>How far a sentence reaches.</summary>
    public const int LongestSentence = 240;

    private Round[] _rounds = new Round[64];

    /// <summary>Whether those of the document at hand were read.</summary>
    public bool AreRead { get; private set; }

    /// <summary>Begins a document, whose bounds are not read yet.</summary>
    public void Forget() => AreRead = false;

    /// <summary>Reads the bounds of these matches, which rise by their start.</summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Found> found, ReadOnlySpan<CharacterKind> kinds)
    {
        AreRead = true;
        if (_rounds.Length < found.Length)
        {
            _rounds = new Round[Math.Max(found.Length, 2 * _rounds.Length)];
        }

        ReadStarts(text, found, kinds);
        ReadEnds(text, found, kinds);
    }

    /// <summary>The clause round a match.</summary>
    public (int Start, int End) Clause(int index) => (_rounds[index].ClauseStart, _rounds[index].ClauseEnd);

    /// <summary>The sentence round a match.</summary>
    public (int Start, int End) Sentence(int index) => (_rounds[index].SentenceStart, _rounds[index].SentenceEnd);

    private void ReadStarts(ReadOnlySpan<char> text, ReadOnlySpan<Found> found, ReadOnlySpan<CharacterKind> kinds)
    {
        var (read, clause, sentence) = (0, 0, 0);
        for (var i = 0; i < found.Length; i++)
        {
            var start = found[i].Start;
            for (var at = Math.Max(read, start - LongestSentence); at < start; at++)
            {
                var kind = KindOf(text[at], kinds);
                if (kind >= CharacterKind.ClauseEnd)
                {
                    clause = at + 1;
                    sentence = kind >= CharacterKind.SentenceEnd ? at + 1 : sentence;
                }
            }

            read = start;
            _rounds[i].ClauseStart = Math.Max(clause, start - LongestClause);
            _rounds[i].SentenceStart = Math.Max(sentence, start - LongestSentence);
        }
    }

    private void ReadEnds(ReadOnlySpan<char> text, ReadOnlySpan<Found> found, ReadOnlySpan<CharacterKind> kinds)
    {
        var (read, clause, sentence) = (text.Length, text.Length, text.Length);
        for (var i = found.Length - 1; i >= 0; i--)
        {
            var end = found[i].End;
            if (end > read)
            {
                // A longer match that began before one inside it. The ends known lie behind it, or it holds one and all is read again from its own end.
                var known = clause >= end && sentence >= end;
                read = known ? end : Math.Min(text.Length, end + LongestSentence);
                (clause, sentence) = known ? (clause, sentence) : (read, read);
            }

            for (var at = Math.Min(read, end + LongestSentence) - 1; at >= end; at--)
            {
                var kind = KindOf(text[at], kinds);
                if (kind >= CharacterKind.ClauseEnd)
                {
                    clause = at;
                    sentence = kind >= CharacterKind.SentenceEnd ? at : sentence;
                }
            }

            read = end;
            _rounds[i].ClauseEnd = Math.Min(clause, end + LongestClause);
            _rounds[i].SentenceEnd = Math.Min(sentence, end + LongestSentence);
        }
    }

    /// <summary>Han, nine characters of ten, are words without asking the table.</summary>
    private static CharacterKind KindOf(char c, ReadOnlySpan<CharacterKind> kinds) => c - 0x4e00u < 0x5200u ? CharacterKind.Word : kinds[c];

    [StructLayout(LayoutKind.Auto)]
    private struct Round
    {
        public int ClauseStart;
        public int ClauseEnd;
        public int SentenceStart;
        public int SentenceEnd;
    }
}
