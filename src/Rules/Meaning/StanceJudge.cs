using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>What a document wants, weighed from its cues clause by clause.</summary>
internal static class StanceJudge
{
    private const int FewSoft = 1;
    private const int ManySoft = 2;
    private const int MostDeeds = 2;
    private const int LeastTold = 2;

    /// <summary>The stance of a document that is the bureau's.</summary>
    public static Stance Judge(Reading reading)
    {
        var cues = Cues.Of(reading);
        if (cues.Plain == 0 && reading.Denials.Any && (reading.Document.Kind != DocumentKind.Article || reading.Denials.InTitle))
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
        var statedInTitle = TitleHas(reading, TermRole.Grievance);
        var askedInTitle = !statedInTitle && (TitleHas(reading, TermRole.Inquiry) || TitleHas(reading, TermRole.Question));
        if (cues.Praises > 0 && cues.Plain == 0 && cues.Praises * 2 >= wrong)
        {
            return Stance.Neutral;
        }

        if (!cues.Letter && cues.Exposures > 0 && cues.StrongExposures > 0 && !cues.Personal)
        {
            return Stance.Exposure;
        }

        if (cues.Suggestions > 0 && cues.Plain == 0 && (TitleHas(reading, TermRole.Suggestion) || (cues.Wrongs == 0 && soft <= FewSoft && !statedInTitle)))
        {
            return Stance.Neutral;
        }

        if (cues.Plain == 0 && cues.Damages == 0 && !statedInTitle && ((askedInTitle && cues.Wrongs <= 1 && soft <= ManySoft) || (cues.Inquiries > 0 && cues.Wrongs == 0 && soft <= FewSoft)))
        {
            return Stance.Inquiry;
        }

        if (wrong > 0)
        {
            return Stance.Complaint;
        }

        if (cues.Publicity > 0 && !cues.Personal)
        {
            return Stance.Publicity;
        }

        return cues.Deeds > 0 || cues.Negations > 0 ? Stance.Complaint : Stance.Neutral;
    }

    private static Stance OfArticle(Document document, Cues cues)
    {
        var official = document.Tier == SourceTier.Official;
        var told = cues.Grievances + cues.Wrongs;
        var wrong = (2 * told) + cues.Damages + (told > 0 ? Math.Min(MostDeeds, cues.Deeds) : 0);
        var work = (2 * cues.Publicity) + (official ? 3 : 0);
        if (!official && ((cues.StrongExposures > 0 && work <= (4 * cues.StrongExposures) + wrong) || (cues.Exposures > 0 && told + cues.Exposures >= LeastTold && wrong + cues.Exposures >= work && !IsHigh(document))
            || (cues.Exposures > 1 && told > 1 && wrong > work)))
        {
            return Stance.Exposure;
        }

        if (wrong > 0 && wrong >= work && !official)
        {
            // A letter reprinted (举报…多次举报没人管) calls for 查处; that word alone makes it no report of work done.
            var denounces = cues.Grievances > 1 && (work == 0 || (cues.Plain > 0 && wrong > 2 * work));
            return !IsMedia(document) ? Stance.Complaint : denounces && !IsHigh(document) ? Stance.Exposure : Stance.Neutral;
        }

        if (work > 0)
        {
            return Stance.Publicity;
        }

        return cues.Inquiries > 0 && !official && !IsMedia(document) ? Stance.Inquiry : Stance.Neutral;
    }

    private static bool TitleHas(Reading reading, TermRole role) => reading.Text.TitleLength > 1 && reading.Any(one => one.Term.Role == role && !one.Inner && reading.InTitle(one));

    /// <summary>Media whose exposure makes a matter grave: one soft cue is not enough there.</summary>
    private static bool IsHigh(Document document) => document.Tier is SourceTier.Central or SourceTier.Provincial;

    private static bool IsMedia(Document document) =>
        document.Tier is SourceTier.Central or SourceTier.Provincial or SourceTier.Municipal or SourceTier.County or SourceTier.Portal;
}
