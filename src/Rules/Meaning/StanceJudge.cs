using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Rules.Meaning;

/// <summary>What a document wants, weighed from its cues clause by clause.</summary>
internal static class StanceJudge
{
    /// <summary>The stance of a document that is the bureau's.</summary>
    public static Stance Judge(Reading reading)
    {
        var cues = Cues.Of(reading);
        var official = reading.Document.Tier == SourceTier.Official && !cues.Letter;
        var wrong = (2 * (cues.Grievances + cues.Wrongs)) + ((cues.Personal || reading.Document.Kind != DocumentKind.Article) && cues.Damages > 0 ? 2 : 0);
        if (Thanks(reading, cues))
        {
            return Stance.Neutral;
        }

        var work = cues.Letter ? cues.Publicity / 2 : (2 * cues.Publicity) + (official ? 3 : 0);
        var asks = cues.Inquiries + (cues.Letter ? 1 : 0);
        if (wrong > 0 && wrong >= work)
        {
            if (!cues.Letter && (cues.Exposures > 0 || (IsMedia(reading.Document) && !cues.Personal)))
            {
                return Stance.Exposure;
            }

            return cues.Inquiries > 0 && cues.Wrongs == 0 && wrong <= 2 && asks > 1 && !cues.Plain ? Stance.Inquiry : Stance.Complaint;
        }

        if (cues.Exposures > 0 && !cues.Letter && work <= 2 * cues.Exposures)
        {
            return Stance.Exposure;
        }

        if (cues.Inquiries > 0 && (cues.Personal || cues.Letter || cues.Publicity == 0) && !official)
        {
            return Stance.Inquiry;
        }

        if (work > 0 && !cues.Personal)
        {
            return Stance.Publicity;
        }

        return cues.Personal && cues.Negations > 0 && !reading.Has(TermRole.Praise) && !reading.Has(TermRole.Suggestion) ? Stance.Complaint : Stance.Neutral;
    }

    private static bool Thanks(Reading reading, Cues cues) =>
        reading.Has(TermRole.Praise) && cues.Grievances == 0 && cues.Wrongs <= 1 && cues.Exposures == 0 && reading.Text.Span.Contains("终于", StringComparison.Ordinal);

    private static bool IsMedia(Document document) =>
        document.Kind == DocumentKind.Article && document.Tier is SourceTier.Central or SourceTier.Provincial or SourceTier.Municipal or SourceTier.County;
}
