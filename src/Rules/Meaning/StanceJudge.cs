using OpinionWatch.Model;
using OpinionWatch.Rules.Grading;
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
    public static StanceVerdict Judge(Reading reading)
    {
        var cues = Cues.Of(reading);
        if (cues.Plain == 0 && reading.Denials.Any && (reading.Document.Kind != DocumentKind.Article || reading.Denials.InTitle) && !Speaker.TellsOfOwnWrong(reading))
        {
            return new StanceVerdict(Stance.Neutral);
        }

        if (cues.StrongExposures == 0 && Speaker.IsAuthority(reading, cues))
        {
            return new StanceVerdict(Stance.Neutral, IsOwnAccount: true);
        }

        var media = MediaStance.Covers(reading, cues);
        var citizen = !media && (IsCitizen(reading.Document, cues) || (reading.Document.Tier == SourceTier.Official && !cues.OwnVoice && Letters.AreNamed(reading)));
        var stance = media ? MediaStance.Of(reading, cues) : citizen ? OfCitizen(reading, cues) : OfArticle(reading, cues);
        var own = stance == Stance.Publicity && !(citizen && cues.Praises > 0);
        // A notice, or news of a death or a bribe, tells what is and praises nobody's work.
        return new StanceVerdict(own && !citizen && (IsNotice(reading) || FactFinder.TellsOfHarm(reading)) ? Stance.Neutral : stance, own);
    }

    private static bool IsCitizen(Document document, Cues cues) => cues.Letter || cues.Personal || document.Kind is DocumentKind.Thread or DocumentKind.Reply;

    private static Stance OfCitizen(Reading reading, Cues cues)
    {
        var soft = cues.Grievances - cues.Plain;
        var wrong = (2 * cues.Plain) + soft + (2 * cues.Wrongs) + cues.Damages;
        var statedInTitle = TitleHas(reading, TermRole.Grievance) || Letters.Complain(reading);
        var askedInTitle = !statedInTitle && (TitleHas(reading, TermRole.Inquiry) || TitleHas(reading, TermRole.Question));
        if (cues.Praises > 0 && cues.Plain == 0 && cues.Praises * 2 >= wrong && Letters.Thank(reading, cues) && !Ruins.AreTold(reading))
        {
            return reading.Document is { Kind: DocumentKind.Reply, Tier: SourceTier.Official } ? Stance.Neutral : Stance.Publicity;
        }

        if (!cues.Letter && cues.Exposures > 0 && cues.StrongExposures > 0 && !cues.Personal)
        {
            return Stance.Exposure;
        }

        if (cues.Suggestions > 0 && cues.Plain == 0 && (TitleHas(reading, TermRole.Suggestion) || (cues.Wrongs == 0 && soft <= FewSoft && !statedInTitle)))
        {
            return Stance.Neutral;
        }

        if (cues.Plain == 0 && cues.Damages == 0 && !statedInTitle && !Report.Turn(reading.Text.Span) && ((askedInTitle && cues.Wrongs <= 1 && soft <= ManySoft) || (cues.Inquiries > 0 && cues.Wrongs == 0 && soft <= FewSoft)))
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

        return Letters.OnlyAsk(reading) ? Stance.Inquiry : cues.Deeds > 0 || cues.Negations > 0 ? Stance.Complaint : Stance.Neutral;
    }

    private static Stance OfArticle(Reading reading, Cues cues)
    {
        var document = reading.Document;
        var official = document.Tier == SourceTier.Official;
        var told = cues.Grievances + cues.Wrongs;
        var wrong = (2 * told) + cues.Damages + (told > 0 ? Math.Min(MostDeeds, cues.Deeds) : 0);
        var work = (2 * cues.Publicity) + (official ? 3 : 0);
        var high = IsHigh(document);
        var soft = cues.Exposures > 0 && told + cues.Exposures >= LeastTold && wrong + cues.Exposures >= work;
        // An act and those who should have prevented it, or an act, complaints and a reporter: no news of work is told so.
        var accuses = work == 0 && cues.Acts > 0 && (cues.Failings > 0 || (soft && (cues.Grievances > 1 || (cues.Grievances > 0 && TitleHas(reading, TermRole.Act)))));
        if (!official && ((cues.StrongExposures > 0 && work <= (4 * cues.StrongExposures) + wrong) || (soft && !high)
            || (cues.Exposures > 1 && told > 1 && wrong > work) || (accuses && IsMedia(document))))
        {
            return Stance.Exposure;
        }

        if (!official && soft)
        {
            return Stance.Complaint;
        }

        if (wrong > 0 && wrong >= work && !official)
        {
            // A letter reprinted (举报…多次举报没人管) calls for 查处; that word alone makes it no report of work done.
            var denounces = cues.Grievances > 1 && (work == 0 || (cues.Plain > 0 && wrong > 2 * work));
            return !IsMedia(document) || (denounces && high) ? Stance.Complaint : denounces ? Stance.Exposure : Stance.Neutral;
        }

        if (work > 0)
        {
            return Stance.Publicity;
        }

        return cues.Inquiries > 0 && !official && !IsMedia(document) ? Stance.Inquiry : Stance.Neutral;
    }

    private static bool IsNotice(Reading reading) => reading.Text.TitleLength > 1 && reading.Any(one => one.Term.Role == TermRole.Notice && reading.InTitle(one));

    private static bool TitleHas(Reading reading, TermRole role) => reading.Text.TitleLength > 1 && reading.Any(one => one.Term.Role == role && !one.Inner && reading.InTitle(one));

    /// <summary>Media whose exposure makes a matter grave: one soft cue makes a complaint there, and an exposure only beside a wrong told and two complaints.</summary>
    private static bool IsHigh(Document document) => document.Tier is SourceTier.Central or SourceTier.Provincial;

    private static bool IsMedia(Document document) =>
        document.Tier is SourceTier.Central or SourceTier.Provincial or SourceTier.Municipal or SourceTier.County or SourceTier.Portal;
}
