using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Asks what stands near a place in the text.</summary>
internal static class Matters
{
    /// <summary>How many characters away is near.</summary>
    public const int Near = 100;

    private const int OneMatter = 800;

    /// <summary>Whether a matter of this term costs lives: harm near it is the bureau's.</summary>
    public static bool Endanger(Term term) =>
        term.Role == TermRole.Hazard
        || term.Role == TermRole.Violence
        || (term.Role == TermRole.Act && term.Topic != Topics.Registration)
        || (term.Role == TermRole.Matter && term.Topic is Topics.Hazard or Topics.Minerals or Topics.Expropriation or Topics.IllegalBuilding or Topics.IllegalUse or Topics.Homestead)
        || (term.Role == TermRole.Object && term.Topic is Topics.Minerals or Topics.Hazard or Topics.Expropriation);

    /// <summary>Whether the title of a text of one matter names a wrong or a hazard: what a short text tells is then of it, however far below.</summary>
    public static bool AreTitle(Reading reading) =>
        reading.Text.TitleLength > 1 && reading.Text.Length <= OneMatter
        && reading.Any(one => reading.InTitle(one) && !one.Inner && one.Term.Role is TermRole.Act or TermRole.Hazard && one.Term.Topic != Topics.Registration);

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

    /// <summary>Whether digging for sand, stone or ore stands near a span.</summary>
    public static bool DigNear(Reading reading, int start, int end) =>
        StandNear(reading, start, end, static term => term.Topic == Topics.Minerals && term.Role is TermRole.Act or TermRole.Matter);

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
