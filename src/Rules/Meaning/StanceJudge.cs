using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>What a document wants, weighed from its cues clause by clause.</summary>
internal static class StanceJudge
{
    private const int FewSoft = 1;
    private const int MostDeeds = 2;

    /// <summary>The stance of a document that is the bureau's.</summary>
    public static Stance Judge(Reading reading)
    {
        var cues = Cues.Of(reading);
        if (reading.Any(one => one.Term.Role == TermRole.Denial && reading.InTitle(one)))
        {
            return Stance.Neutral;
        }

        if (cues.OwnVoice && cues.StrongExposures == 0)
        {
            return Stance.Publicity;
        }

        return IsCitizen(reading.Document, cues) ? OfCitizen(reading, cues) : OfArticle(reading.Document, cues);
    }

    private static bool IsCitizen(Document document, Cues cues) => cues.Letter || cues.Personal || document.Kind is DocumentKind.Thread or DocumentKind.Reply;

    private static Stance OfCitizen(Reading reading, Cues cues)
    {
        var soft = cues.Grievances - cues.Plain;
        var wrong = (2 * cues.Plain) + soft + (2 * cues.Wrongs) + cues.Damages;
        var official = reading.Document.Tier == SourceTier.Official && !cues.Letter && !cues.Personal;
        if (cues.Praises > 0 && cues.Plain == 0 && cues.Praises * 2 >= wrong)
        {
            return Stance.Neutral;
        }

        var work = cues.Letter ? cues.Publicity / 2 : (2 * cues.Publicity) + (official ? 3 : 0);
        if (!cues.Letter && cues.Exposures > 0 && cues.StrongExposures > 0 && !cues.Personal)
        {
            return Stance.Exposure;
        }

        if (cues.Suggestions > 0 && cues.Plain == 0 && cues.Wrongs == 0 && (soft <= FewSoft || reading.Any(one => one.Term.Role == TermRole.Suggestion && reading.InTitle(one))))
        {
            return Stance.Neutral;
        }

        if (cues.Inquiries > 0 && cues.Plain == 0 && cues.Wrongs == 0 && cues.Damages == 0 && soft <= FewSoft && !official)
        {
            return Stance.Inquiry;
        }

        if (wrong > 0 && 2 * wrong >= work)
        {
            return Stance.Complaint;
        }

        if (work > 0 && !cues.Personal)
        {
            return Stance.Publicity;
        }

        return cues.Deeds > 0 || cues.Negations > 0 ? Stance.Complaint : Stance.Neutral;
    }

    private static Stance OfArticle(Document document, Cues cues)
    {
        var official = document.Tier == SourceTier.Official;
        var wrong = (2 * cues.Grievances) + (2 * cues.Wrongs) + cues.Damages + Math.Min(MostDeeds, cues.Deeds);
        var work = (2 * cues.Publicity) + (official ? 3 : 0);
        if (!official && ((cues.StrongExposures > 0 && work <= (4 * cues.StrongExposures) + wrong) || (cues.Exposures > 0 && wrong > 0 && wrong + cues.Exposures >= work)))
        {
            return Stance.Exposure;
        }

        if (wrong > 0 && wrong >= work && !official)
        {
            return IsMedia(document) ? (cues.Grievances > 0 ? Stance.Exposure : Stance.Neutral) : Stance.Complaint;
        }

        if (work > 0)
        {
            return Stance.Publicity;
        }

        return cues.Inquiries > 0 && !official && !IsMedia(document) ? Stance.Inquiry : Stance.Neutral;
    }

    private static bool IsMedia(Document document) =>
        document.Tier is SourceTier.Central or SourceTier.Provincial or SourceTier.Municipal or SourceTier.County or SourceTier.Portal;
}
