using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Asks what stands near a place in the text.</summary>
internal static class Matters
{
    /// <summary>How many characters away is near.</summary>
    public const int Near = 100;

    /// <summary>Whether a matter of this term costs lives: harm near it is the bureau's.</summary>
    public static bool Endanger(Term term) =>
        term.Role == TermRole.Hazard
        || term.Role == TermRole.Violence
        || (term.Role == TermRole.Act && term.Topic != Topics.Registration)
        || (term.Role == TermRole.Matter && term.Topic is Topics.Hazard or Topics.Minerals or Topics.Expropriation or Topics.IllegalBuilding or Topics.IllegalUse or Topics.Homestead)
        || (term.Role == TermRole.Object && term.Topic is Topics.Minerals or Topics.Hazard or Topics.Expropriation);

    /// <summary>Whether such a term stands near a span.</summary>
    public static bool StandNear(Reading reading, int start, int end, Func<Term, bool> such)
    {
        foreach (ref readonly var one in reading.Found)
        {
            if (one.Start >= end + Near)
            {
                return false;
            }

            if (one.End > start - Near && such(one.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a wrong of one of two topics, told as having happened, stands near a span.</summary>
    public static bool HappenNear(Reading reading, int start, int end, string topic, string otherTopic)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Start >= end + Near)
            {
                return false;
            }

            if (one.Term.Role == TermRole.Act && one.End > start - Near && (one.Term.Topic == topic || one.Term.Topic == otherTopic) && reading.IsReal(i))
            {
                return true;
            }
        }

        return false;
    }
}
