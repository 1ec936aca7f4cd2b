using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Reads one clause: does the act or harm it names hold?</summary>
internal static class Realization
{
    private const int ShortReach = 1;
    private const int LongReach = 5;
    private const int EnforcementReach = 16;
    private const int AfterReach = 10;
    private const int ItemReach = 4;

    /// <summary>False when negated, denied (in its sentence or by the title), conditional, asked, rehearsed, or fought against by an authority.</summary>
    public static bool Holds(Reading reading, int index)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        var harm = IsHarm(one.Term.Role) || (one.Term.IsForce && Cases.Name(reading, index));
        var (asked, fought, demanded) = (IsAsked(reading, one, start, end), false, reading.Has(TermRole.Salutation));
        foreach (var other in reading.Between(index, start, end))
        {
            var gap = one.Start - other.End;
            switch (other.Term.Role)
            {
                case TermRole.Negation when gap >= 0 && gap <= (other.Term.FoldedLength <= 2 ? ShortReach : LongReach):
                case TermRole.Condition when other.Start < one.Start:
                case TermRole.Drill or TermRole.Fiction:
                    return false;
                case TermRole.Enforcement when harm && other.Term.Points == 0 && !(one.Term.Role == TermRole.Violence && !Cases.Stand(reading, start, end)):
                    break;
                case TermRole.Enforcement when gap is >= 0 and <= EnforcementReach && !other.Inner:
                case TermRole.Enforcement when other.Start >= one.End && other.Start - one.End <= AfterReach && reading.Document.Kind == DocumentKind.Article && !other.Inner:
                    fought = true;
                    break;
                case TermRole.Question when !harm || other.Term.Points > 0:
                    asked = true;
                    break;
                case TermRole.Grievance:
                    demanded = true;
                    break;
                default:
                    break;
            }
        }

        return (demanded || !(asked || fought)) && !ForbiddenInList(reading, index, start) && !UnrealInSentence(reading, index) && !reading.Denials.Reach(reading, one.Term.Role, one.Start, one.End);
    }

    /// <summary>Harm is not undone by what an authority does about it, only by being prevented (整治 with points): 查处一起致4人死亡事故. So is a forced demolition that is the case: 查处一起强拆民房案.</summary>
    private static bool IsHarm(TermRole role) => role is TermRole.Death or TermRole.Injury or TermRole.Evacuation or TermRole.Violence;

    /// <summary>Whether the question asks for the fact: 为何瞒报4人死亡？ presupposes the deaths, 死了人没有？ does not.</summary>
    private static bool IsAsked(Reading reading, Found one, int start, int end)
    {
        if (reading.CharAt(end) != '?')
        {
            return false;
        }

        var text = reading.Text.Span;
        return !IsHarm(one.Term.Role) || text[one.End..end].Contains('没') || text[start..one.Start].IndexOf("有没有") >= 0 || text[start..end].IndexOf("真的") >= 0 || text[start..end].IndexOf("真假") >= 0;
    }

    /// <summary>Whether the list it stands in begins with what prevents all of it: 严禁强拆、逼迁.</summary>
    private static bool ForbiddenInList(Reading reading, int index, int start)
    {
        var first = start;
        if (reading.Found[index].Start - start > ItemReach)
        {
            return false;
        }

        while (first > 0 && reading.Text.Span[first - 1] == '、' && start - first < MatchBounds.LongestClause)
        {
            first = reading.Clause(first - 1, first - 1).Start;
        }

        return first < start && reading.Between(index, first, start).Any(static other => other.Term.Role == TermRole.Enforcement && other.Term.Points > 0 && !other.Inner);
    }

    private static bool UnrealInSentence(Reading reading, int index)
    {
        if (!reading.Has(TermRole.Drill) && !reading.Has(TermRole.Fiction) && !reading.Has(TermRole.Condition))
        {
            return false;
        }

        var (start, end) = reading.Sentence(index);
        foreach (var other in reading.Between(index, start, end))
        {
            if (!other.Inner && (other.Term.Role is TermRole.Drill or TermRole.Fiction || (other.Term.Role == TermRole.Condition && other.Term.Points > 0 && other.Start < reading.Found[index].Start)))
            {
                return true;
            }
        }

        return false;
    }
}
