using System.Buffers;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Asks who speaks where the words of an authority (收悉, 您反映的) stand: the authority, or a citizen who tells what it answered.</summary>
internal static class Speaker
{
    private const int Opening = 40;
    private const int ManyComplaints = 2;
    private static readonly SearchValues<char> OwnMarks = SearchValues.Create("我俺咱");

    /// <summary>A reply that takes up a complaint names it: 关于您提到的, 群众举报, 反映的问题.</summary>
    private static readonly SearchValues<string> TakenUp = SearchValues.Create(["您", "关于", "群众", "网友", "信访人", "反映的", "举报的", "投诉的", "问题"], StringComparison.Ordinal);

    /// <summary>Whether an authority speaks to someone, and nobody beside it of his own.</summary>
    public static bool IsAuthority(Reading reading, Cues cues) => cues.OwnVoice && (reading.Document.Tier == SourceTier.Official || !CitizenSpeaks(reading));

    /// <summary>Whether someone tells of his own what he suffers, outside what the document calls untrue (辟谣).</summary>
    public static bool TellsOfOwnWrong(Reading reading)
    {
        var found = reading.Found;
        for (var i = 0; i < found.Length; i++)
        {
            if (!IsOwn(reading, found[i]) || reading.Denials.Covers(found[i].Start))
            {
                continue;
            }

            var (start, end) = reading.Sentence(i);
            foreach (var other in reading.Between(i, start, end))
            {
                if (!other.Inner && other.Term.Role is TermRole.Grievance or TermRole.Act or TermRole.Damage or TermRole.Deed or TermRole.Violence && !reading.Denials.Covers(other.Start))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool CitizenSpeaks(Reading reading)
    {
        var (kind, complaints) = (reading.Document.Kind, 0);
        // The title over a reply is the post's.
        var from = kind == DocumentKind.Reply ? reading.Text.TitleLength : 0;
        var answers = kind == DocumentKind.Reply && OpensWithFormula(reading);
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Inner || one.Start < from || !MaySpeak(one.Term) || IsAnswered(reading, i))
            {
                continue;
            }

            if (IsOwn(reading, one))
            {
                return true;
            }

            if (one.Term.Role == TermRole.Grievance && !(answers && IsTakenUp(reading, i)))
            {
                complaints += one.Term.Points > 0 ? ManyComplaints : answers ? 0 : 1;
            }

            if (kind == DocumentKind.Thread && one.Term.Role is TermRole.Act or TermRole.Violence && reading.IsReal(i))
            {
                return true;
            }
        }

        return complaints >= (kind == DocumentKind.Thread ? 1 : ManyComplaints);
    }

    private static bool MaySpeak(Term term) =>
        term.Role is TermRole.FirstPerson or TermRole.Grievance or TermRole.Violence || term.IsForce;

    /// <summary>我家, 我村, 俺们; an authority too writes 本人, 家中, 我们的.</summary>
    private static bool IsOwn(Reading reading, Found one) =>
        one.Term.Role == TermRole.FirstPerson && !one.Inner && OwnMarks.Contains(reading.Text.Span[one.Start]) && one.Term.Name != "我们的";

    /// <summary>Whether it stands in a clause with the authority's words, or one that speaks to the reader.</summary>
    private static bool IsAnswered(Reading reading, int index)
    {
        var (start, end) = reading.Clause(index);
        return reading.Text.Span[start..end].Contains('您') || reading.Between(index, start, end).Any(IsFormula);
    }

    private static bool IsTakenUp(Reading reading, int index)
    {
        var (start, end) = reading.Clause(index);
        return reading.Text.Span[start..end].ContainsAny(TakenUp);
    }

    private static bool OpensWithFormula(Reading reading) => reading.Any(one => IsFormula(one) && one.Start >= reading.Text.TitleLength && one.Start <= reading.Text.TitleLength + Opening);

    private static bool IsFormula(Found one) => one.Term.Role == TermRole.Publicity && one.Term.Points > 0;
}
