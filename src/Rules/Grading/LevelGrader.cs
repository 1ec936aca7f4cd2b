using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Adds the factors' points, then applies the plain rules: floors that raise, and the ceiling of what only informs or asks.</summary>
internal sealed class LevelGrader(GradingOptions grading)
{
    private const int MostTermsNamed = 5;
    private const int MostWordsNamed = 4;

    private static readonly string[] GraveEvenInNews =
        [FactorNames.Death, FactorNames.Injury, FactorNames.Evacuation, FactorNames.Violence, FactorNames.Corruption, FactorNames.StaffCorruption, FactorNames.ForcedDemolition, FactorNames.Petition, FactorNames.Crowd, FactorNames.LargeLand, FactorNames.LargeMining];

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly FactFinder _facts = new(grading);

    /// <summary>Grades a document that is the bureau's and in its area.</summary>
    public Grade Grade(Reading reading, StanceVerdict verdict)
    {
        var (stance, ownAccount) = verdict;
        var facts = _facts.Find(reading, ownAccount, stance is Stance.Complaint or Stance.Exposure);
        var factors = new List<Factor>();
        AddTerms(reading, ownAccount, factors);
        factors.Add(StanceFactor(reading, verdict));
        foreach (var name in facts.Names)
        {
            factors.Add(Of(name, $"文中出现{facts.Quoted(name)}"));
        }

        AddMedia(reading, stance, factors);
        AddSpread(reading.Document, factors);
        AddAge(reading.Document, factors);
        var score = Math.Clamp(factors.Sum(factor => factor.Points), 0, 100);
        return new Grade(Decide(reading, stance, facts, factors, score), score, factors);
    }

    private Level Decide(Reading reading, Stance stance, Facts facts, List<Factor> factors, int score)
    {
        var level = Level.Watch;
        foreach (var (candidate, least) in grading.Thresholds)
        {
            level = score >= least && candidate > level ? candidate : level;
        }

        foreach (var factor in factors)
        {
            if (grading.Floors.TryGetValue(factor.Name, out var floor) && floor > level)
            {
                level = floor;
            }
        }

        var informs = stance is Stance.Publicity or Stance.Neutral or Stance.Inquiry;
        if (informs && level > Level.Watch && !Array.Exists(GraveEvenInNews, facts.Has) && !(facts.Has(FactorNames.ManyHouseholds) && TellsOfWrong(reading)) && !factors.Exists(factor => factor.Name is FactorNames.CentralMedia or FactorNames.ProvincialMedia))
        {
            factors.Add(new Factor(FactorNames.Ceiling, 0, $"{StanceWords(stance)}，未见伤亡、强拆、冲突等情形，只列关注"));
            return Level.Watch;
        }

        return level;
    }

    /// <summary>Whether something is wrong: a hundred households that sign or move in are no grave matter.</summary>
    private static bool TellsOfWrong(Reading reading)
    {
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && (one.Term.Role == TermRole.Grievance || (one.Term.Role == TermRole.Act && reading.IsReal(i))))
            {
                return true;
            }
        }

        return false;
    }

    private void AddTerms(Reading reading, bool ownAccount, List<Factor> factors)
    {
        if (ownAccount)
        {
            return;
        }

        var seen = reading.Scratch.Marks.Emptied();
        var gravest = new List<Term>(MostTermsNamed + 1);
        var points = 0;
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!one.Inner && one.Term.Points > 0 && one.Term.Role is not (TermRole.Grievance or TermRole.Enforcement or TermRole.Question) && !seen.Has(one.Term) && reading.IsReal(i))
            {
                _ = seen.Add(one.Term);
                points += one.Term.Points;
                Ranking.Put(gravest, one.Term, MostTermsNamed, 0, static (_, term) => term.Points);
            }
        }

        if (points > 0)
        {
            var words = gravest.Select(static term => $"{term.Quoted}{term.Points}分");
            factors.Add(new Factor(FactorNames.Terms, Math.Min(points, Math.Max(gravest[0].Points, grading.Points[FactorNames.Terms])), $"命中词条{string.Join('、', words)}"));
        }
    }

    private Factor StanceFactor(Reading reading, StanceVerdict verdict)
    {
        var stance = verdict.Stance;
        var (name, role) = stance switch
        {
            Stance.Complaint => (FactorNames.Complaint, TermRole.Grievance),
            Stance.Exposure => (FactorNames.Exposure, TermRole.Exposure),
            Stance.Inquiry => (FactorNames.Inquiry, TermRole.Inquiry),
            Stance.Publicity when !verdict.IsOwnAccount => (FactorNames.Suggestion, TermRole.Praise),
            Stance.Publicity => (FactorNames.Publicity, TermRole.Publicity),
            _ when reading.Has(TermRole.Suggestion) || reading.Has(TermRole.Praise) => (FactorNames.Suggestion, reading.Has(TermRole.Suggestion) ? TermRole.Suggestion : TermRole.Praise),
            _ => (FactorNames.Mention, TermRole.Matter),
        };
        var words = WordsOf(reading, role);
        var because = words.Count == 0 ? StanceWords(stance) : $"{StanceWords(stance)}：{string.Join('、', words)}";
        return Of(name, because);
    }

    private static List<string> WordsOf(Reading reading, TermRole role)
    {
        List<string> words = [];
        foreach (ref readonly var one in reading.Found)
        {
            if (one.Term.Role == role && !one.Inner && words.Count < MostWordsNamed && !words.Contains(one.Term.Quoted))
            {
                words.Add(one.Term.Quoted);
            }
        }

        return words;
    }

    private void AddMedia(Reading reading, Stance stance, List<Factor> factors)
    {
        if (stance != Stance.Exposure && !(stance == Stance.Complaint && reading.Has(TermRole.Exposure)))
        {
            return;
        }

        var tier = stance == Stance.Exposure ? reading.Document.Tier : null;
        var (name, because) = tier switch
        {
            SourceTier.Central => (FactorNames.CentralMedia, "中央媒体负面报道"),
            _ when reading.Has(TermRole.CentralMedia) => (FactorNames.CentralMedia, "文中称中央媒体已曝光"),
            SourceTier.Provincial => (FactorNames.ProvincialMedia, "省级媒体负面报道"),
            _ when reading.Has(TermRole.ProvincialMedia) => (FactorNames.ProvincialMedia, "文中称省级媒体已曝光"),
            SourceTier.Municipal or SourceTier.County => (FactorNames.LocalMedia, "市县媒体负面报道"),
            _ => ("", ""),
        };
        if (name.Length > 0)
        {
            factors.Add(Of(name, because));
        }
    }

    private void AddSpread(Document document, List<Factor> factors)
    {
        if (document.Views >= grading.Points[FactorNames.ViewsFrom])
        {
            factors.Add(Of(FactorNames.Spread, $"浏览{document.Views}次"));
        }
        else if (document.Replies >= grading.Points[FactorNames.RepliesFrom])
        {
            factors.Add(Of(FactorNames.Spread, $"回复{document.Replies}条"));
        }
    }

    private void AddAge(Document document, List<Factor> factors)
    {
        if (document.PublishedAt is not { } published || document.FetchedAt is not { } fetched || fetched < published)
        {
            return;
        }

        var age = fetched - published;
        var hours = Math.Max(1, age.TotalHours);
        if (document.Views / hours >= grading.Points[FactorNames.ViewsAnHourFrom])
        {
            factors.Add(Of(FactorNames.Speed, $"发布{hours:F0}小时浏览{document.Views}次"));
        }
        else if (document.Replies / hours >= grading.Points[FactorNames.RepliesAnHourFrom])
        {
            factors.Add(Of(FactorNames.Speed, $"发布{hours:F0}小时回复{document.Replies}条"));
        }

        if (age < Day)
        {
            factors.Add(Of(FactorNames.Fresh, "发现时发布不到一天"));
        }
        else if (age > Year)
        {
            factors.Add(Of(FactorNames.Stale, $"发现时已发布{age.TotalDays:F0}天"));
        }
    }

    private Factor Of(string name, string because)
    {
        var rule = grading.Floors.TryGetValue(name, out var floor) && floor > Level.Watch ? $"，至少为{LevelWords(floor)}" : "";
        return new Factor(name, grading.Points.TryGetValue(name, out var points) ? points : 0, because + rule);
    }

    private static string LevelWords(Level level) => level switch { Level.Critical => "特别重大", Level.Major => "重大", Level.General => "一般", _ => "关注" };

    private static string StanceWords(Stance stance) => stance switch
    {
        Stance.Complaint => "反映诉求",
        Stance.Exposure => "披露问题",
        Stance.Inquiry => "咨询了解",
        Stance.Publicity => "工作宣传",
        _ => "一般提及",
    };
}
