using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Reads one clause: does the act or harm it names hold?</summary>
internal static class Realization
{
    private const int ShortReach = 1;
    private const int LongReach = 5;
    private const int EnforcementReach = 16;
    private const int AfterReach = 10;

    /// <summary>False when negated, denied (in its sentence or by the title), conditional, asked, rehearsed, or fought against by an authority.</summary>
    public static bool Holds(Reading reading, int index)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        var (asked, fought, demanded) = (reading.CharAt(end) == '?', false, reading.Has(TermRole.Salutation));
        foreach (var other in reading.Between(index, start, end))
        {
            var gap = one.Start - other.End;
            switch (other.Term.Role)
            {
                case TermRole.Negation when gap >= 0 && gap <= (other.Term.FoldedLength <= 2 ? ShortReach : LongReach):
                case TermRole.Condition when other.Start < one.Start:
                case TermRole.Drill or TermRole.Fiction or TermRole.Denial:
                    return false;
                case TermRole.Enforcement when gap is >= 0 and <= EnforcementReach && !other.Inner:
                case TermRole.Enforcement when other.Start >= one.End && other.Start - one.End <= AfterReach && reading.Document.Kind == DocumentKind.Article && !other.Inner:
                    fought = true;
                    break;
                case TermRole.Question:
                    asked = true;
                    break;
                case TermRole.Grievance:
                    demanded = true;
                    break;
                default:
                    break;
            }
        }

        return (demanded || !(asked || fought)) && !DeniedInSentence(reading, index);
    }

    private static bool DeniedInSentence(Reading reading, int index)
    {
        if (!reading.Has(TermRole.Denial) && !reading.Has(TermRole.Drill) && !reading.Has(TermRole.Fiction) && !reading.Has(TermRole.Condition))
        {
            return false;
        }

        var (start, end) = reading.Sentence(index);
        foreach (var other in reading.Between(index, start, end))
        {
            if (!other.Inner && (other.Term.Role is TermRole.Denial or TermRole.Drill or TermRole.Fiction || (other.Term.Role == TermRole.Condition && other.Term.Points > 0 && other.Start < reading.Found[index].Start)))
            {
                return true;
            }
        }

        return reading.IsDeniedByTitle;
    }
}
