using OpinionWatch.Model;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>The stance of an article of the media: laid open by a reporter, made known by a court or an office, or work told of.</summary>
/// <remarks>A paper does not complain itself: who complains in it is quoted.</remarks>
internal static class MediaStance
{
    private const int LeastExposed = 8;
    private const int LeastExposedOwn = 4;
    private const int LeastExposedHarm = 12;
    private const int LeastTold = 4;
    private const int Probing = 3;
    private const int ManyProbes = 8;
    private const int ManyJudgements = 2;
    private const int JudgedUpTo = 12;
    private static readonly string[] Narrator = ["我在", "我有", "我想", "我的", "我们的", "我们这", "我们是", "家里", "家中", "自家", "本村"];

    /// <summary>Whether the document is an article of the media, or a post of a medium of one's own that tells of others.</summary>
    public static bool Covers(Reading reading, Cues cues) =>
        !cues.Letter && (reading.Document is { Kind: DocumentKind.Article, Tier: SourceTier.Central or SourceTier.Provincial or SourceTier.Municipal or SourceTier.County or SourceTier.Portal } || reading.Document is { Kind: not DocumentKind.Reply, Tier: SourceTier.SelfMedia })
        && !(cues.Personal && SpeaksForItself(reading));

    /// <summary>The stance.</summary>
    public static Stance Of(Reading reading, Cues cues)
    {
        var report = Report.Of(reading);
        var probe = (4 * Math.Min(cues.StrongExposures, 2)) + (3 * Math.Min(Math.Max(cues.Exposures - cues.StrongExposures, report.Probes), 3));
        var told = (2 * Math.Min(cues.Grievances, 2)) + (2 * Math.Min(cues.Acts, 2)) + (2 * cues.Failings) + (2 * Math.Min(cues.Damages, 1));
        var turn = (2 * Math.Min(report.Turns, 2)) + (4 * Math.Min(report.Dodges, 2)) + (report.TitleAsks ? 2 : 0) + (report.EndAsks ? 2 : 0) + Math.Min(cues.Negations, 2);
        var sum = probe + told + turn;
        var work = (2 * cues.Works) + cues.Enforcements;
        var strong = cues.StrongExposures > 0;
        var harm = FactFinder.TellsOfHarm(reading);
        if (!strong && (report.TitleJudges || report.Judgements >= ManyJudgements) && sum < JudgedUpTo + (2 * report.Judgements))
        {
            return Stance.Neutral;
        }

        if (reading.Document.Tier == SourceTier.SelfMedia)
        {
            return told + turn >= LeastExposedOwn && sum > 2 * work ? Stance.Exposure : work >= 2 ? Stance.Publicity : cues.Inquiries > 0 ? Stance.Inquiry : Stance.Neutral;
        }

        if (FactFinder.TellsOfHarm(reading, peopleOnly: true) && !strong && probe < ManyProbes && told < 2 * LeastTold && sum < LeastExposedHarm)
        {
            return Stance.Neutral;
        }

        var probed = probe >= Probing && sum >= LeastExposed && sum > 2 * work;
        var plain = told >= LeastTold && sum > told && sum > 3 * work;
        if (probed || plain)
        {
            return Stance.Exposure;
        }

        return work >= 2 && !harm && !report.TitleJudges ? Stance.Publicity : Stance.Neutral;
    }

    /// <summary>Whether the writer tells of his own, outside quotation marks.</summary>
    private static bool SpeaksForItself(Reading reading)
    {
        foreach (ref readonly var one in reading.Found)
        {
            if (one.Term.Role == TermRole.FirstPerson && !one.Inner && Array.IndexOf(Narrator, one.Term.Name) < 0 && !Quotation.Covers(reading, one.Start))
            {
                return true;
            }
        }

        return false;
    }
}
