using System.Globalization;
using System.Runtime.CompilerServices;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Weighs whether the matter is the bureau's, and which of its fields.</summary>
internal static class Relevance
{
    private const int Company = 60;
    private const int UntitledOpening = 24;
    private const int ShortText = 400;
    private const int LongText = 1500;
    private const int VeryLongText = 4000;
    private const int MostTopics = 4;
    private const int MostNamed = 5;
    private const int MostOthers = 6;
    private const double OtherWeight = 0.3;
    private const double BodyOnly = 0.5;
    private const double WeakInNews = 0.75;
    private const double Groundless = 0.6;
    private const int LeastGrounded = 80;
    private const double Quoted = 0.5;
    private const int LeastBody = 20;
    private const double HintWeight = 0.25;
    private const double MostHints = 0.5;

    /// <summary>The verdict when the matter is the bureau's; null when it is not.</summary>
    public static RelevanceVerdict? Judge(Reading reading)
    {
        if (IsOfAnotherWorld(reading))
        {
            return null;
        }

        var weights = Weights(reading);
        if (weights.Terms.Count == 0)
        {
            return null;
        }

        var (sum, needed) = (weights.Sum() + ConductWeight(reading, weights) + Hints(reading), Needed(reading, weights));
        return sum >= needed - 0.001 ? new RelevanceVerdict(Ranked(weights), Explain(weights, sum, needed)) : null;
    }

    private static TermWeights Weights(Reading reading)
    {
        var weights = reading.Scratch.Weights.Emptied();
        var hasBody = reading.Text.Length - reading.Text.TitleLength > LeastBody;
        var article = reading.Document.Kind == DocumentKind.Article;
        var news = article && !Tells(reading);
        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (!Vocabulary.IsAnchor(one.Term.Role) || (one.Inner && CoveredByAnchor(reading, i)) || InOtherWorld(reading, i))
            {
                continue;
            }

            var plain = one.Term.Role is TermRole.Object or TermRole.House && HasDeed(reading, i) ? 1.0 : Weight(one.Term, news);
            plain *= article && IsQuoted(reading, one) ? Quoted : 1;
            var weight = plain * (reading.InTitle(one) && plain != WeakInNews && hasBody ? 1.5 : 1);
            if (weights.TryGetValue(one.Term, out var already))
            {
                weights[one.Term] = Math.Min(plain * 2, Math.Max(already, weight) + (plain / 4));
            }
            else if (plain > 0 && (one.Term.Role != TermRole.Object || plain >= 1 || HasCompany(reading, i)))
            {
                weights[one.Term] = weight;
            }
        }

        return weights;
    }

    private static double Weight(Term term, bool news) => term.Role switch
    {
        TermRole.Act => 1.5,
        TermRole.Hazard => 1.25,
        TermRole.Agency => 0.6,
        TermRole.Object => 0.5,
        TermRole.House => 0,
        TermRole.Matter when news && term.Points == 0 => WeakInNews,
        _ => 1.0,
    };

    /// <summary>More in a long text that is no letter, beside other departments' matters, and where only objects are named, nothing is done to them and nobody wants anything.</summary>
    private static double Needed(Reading reading, TermWeights weights)
    {
        var wants = Wants(reading);
        var letter = reading.Has(TermRole.Salutation) || (reading.Has(TermRole.FirstPerson) && wants);
        var length = reading.Text.Length;
        var needed = letter || length <= ShortText ? 1.0 : length <= LongText ? 1.5 : length <= VeryLongText ? 2.0 : 3.0;
        var told = Tells(reading);
        var objectsOnly = !letter && !told && weights.Terms.TrueForAll(term => term.Role == TermRole.Object && weights[term] < 1);
        var bodyOnly = !letter && !told && reading.Document.Kind == DocumentKind.Article && reading.Text.TitleLength > 1
            && !weights.Terms.Exists(static term => term.Role is TermRole.Act or TermRole.Hazard) && !reading.Any(one => reading.InTitle(one) && weights.TryGetValue(one.Term, out _));
        var groundless = !letter && reading.Document.Kind == DocumentKind.Article && length > LeastGrounded && !reading.Has(TermRole.FirstPerson) && !IsGrounded(reading) && !TitleWants(reading);
        return needed + (groundless ? Groundless : 0) + (objectsOnly ? 0.2 : 0) + (bodyOnly ? BodyOnly : 0) + (OtherWeight * Math.Min(MostOthers, Distinct(reading, TermRole.OtherMatter, countTitleTwice: true)));
    }

    private static bool Wants(Reading reading) => reading.Has(TermRole.Grievance) || reading.Has(TermRole.Inquiry) || reading.Has(TermRole.Suggestion);

    /// <summary>Somebody speaks of his own, wants something or tells of harm or misconduct.</summary>
    private static bool Tells(Reading reading) =>
        Wants(reading) || reading.Has(TermRole.FirstPerson) || reading.Has(TermRole.Damage) || reading.Has(TermRole.Death) || reading.Has(TermRole.Corruption);

    private static double Hints(Reading reading) => !Wants(reading) && !reading.Has(TermRole.FirstPerson) ? 0 : Math.Min(MostHints, HintWeight * Distinct(reading, TermRole.Hint, countTitleTwice: false));

    private static int Distinct(Reading reading, TermRole role, bool countTitleTwice)
    {
        if (!reading.Has(role))
        {
            return 0;
        }

        var seen = reading.Scratch.Marks.Emptied();
        var (count, inTitle) = (0, false);
        foreach (ref readonly var one in reading.Found)
        {
            if (one.Term.Role == role && !one.Inner)
            {
                count += seen.Add(one.Term) ? 1 : 0;
                inTitle |= reading.InTitle(one);
            }
        }

        return count + (countTitleTwice && inTitle ? 1 : 0);
    }

    private static double ConductWeight(Reading reading, TermWeights weights) =>
        (weights.Terms.Exists(static term => term.Role == TermRole.Agency) && (reading.Has(TermRole.Conduct) || reading.Has(TermRole.Corruption) || reading.Has(TermRole.Grievance) || Crowds.Find(reading.Text.Span).Count > 0 || Gifts.Find(reading).Count > 0))
        || (reading.Has(TermRole.Corruption) && weights.Terms.Exists(IsLand))
        || ((reading.Has(TermRole.Damage) || reading.Has(TermRole.Death)) && weights.Terms.Exists(static term => term.Topic == Lexicons.Topics.Minerals)) ? 0.5 : 0;

    private static bool IsLand(Term term) =>
        term.Role == TermRole.Object && term.Topic is Lexicons.Topics.Land or Lexicons.Topics.Farmland or Lexicons.Topics.Expropriation or Lexicons.Topics.IllegalUse or Lexicons.Topics.Minerals;

    /// <summary>Whether the title (the first words where there is none) is of a serial, a match, the markets and the like, and nothing names the area or addresses a leader.</summary>
    private static bool IsOfAnotherWorld(Reading reading) =>
        (reading.Has(TermRole.Fiction) || reading.Has(TermRole.OtherField)) && !reading.Has(TermRole.Salutation) && !reading.Has(TermRole.Place)
        && reading.Any(one => one.Term.Role is TermRole.Fiction or TermRole.OtherField && !one.Inner && one.Start < (reading.Text.TitleLength > 1 ? reading.Text.TitleLength : UntitledOpening));

    private static bool InOtherWorld(Reading reading, int index)
    {
        if (!reading.Has(TermRole.Fiction) && !reading.Has(TermRole.OtherField))
        {
            return false;
        }

        var (start, end) = reading.Sentence(index);
        return reading.Between(index, start, end).Any(other => other.Term.Role is TermRole.Fiction or TermRole.OtherField && !other.Inner)
            && !reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.FirstPerson);
    }

    private static bool TitleWants(Reading reading) =>
        reading.Any(one => one.Term.Role is TermRole.Grievance or TermRole.Inquiry && !one.Inner && reading.InTitle(one));

    private static bool IsGrounded(Reading reading) =>
        reading.Has(TermRole.Ground) || reading.Has(TermRole.Place) || reading.Has(TermRole.Agency) || reading.Has(TermRole.Elsewhere);

    /// <summary>Whether quotation marks stand close round a match, as round a figure of speech.</summary>
    private static bool IsQuoted(Reading reading, Found one)
    {
        var (before, after) = (reading.Text.Origin(one.Start) - 1, reading.Text.Origin(one.End - 1) + 1);
        return before >= 0 && after < reading.Text.OriginalLength && IsQuote(reading.Text.OriginalAt(before)) && IsQuote(reading.Text.OriginalAt(after));
    }

    private static bool IsQuote(char c) => c is '“' or '”' or '"' or '「' or '」' or '『' or '』' or '‘' or '’';

    private static bool HasDeed(Reading reading, int index)
    {
        if (!reading.Has(TermRole.Deed))
        {
            return false;
        }

        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        return reading.Between(index, start, end).Any(other => other.Term.Role == TermRole.Deed && (one.Term.Role != TermRole.House || other.Term.Points > 0) && (other.End <= one.Start || other.Start >= one.End));
    }

    private static bool HasCompany(Reading reading, int index)
    {
        var one = reading.Found[index];
        return reading.Between(index, one.Start - Company, one.End + Company).Any(other =>
            !other.Inner && other.Term != one.Term
            && (Vocabulary.IsAnchor(other.Term.Role) || other.Term.Role is TermRole.Grievance or TermRole.Inquiry or TermRole.Suggestion or TermRole.Conduct or TermRole.Corruption or TermRole.Damage or TermRole.Death or TermRole.FirstPerson));
    }

    private static bool CoveredByAnchor(Reading reading, int index)
    {
        var one = reading.Found[index];
        return reading.Between(index, one.Start - 24, one.End).Any(other => other.Start <= one.Start && other.End >= one.End && Vocabulary.IsAnchor(other.Term.Role));
    }

    private static string[] Ranked(TermWeights weights)
    {
        var topics = new List<(string Topic, double Weight)>();
        foreach (var term in weights.Terms)
        {
            var at = topics.FindIndex(topic => topic.Topic == term.Topic);
            if (at >= 0)
            {
                topics[at] = (topics[at].Topic, topics[at].Weight + weights[term]);
            }
            else if (term.Topic is not null)
            {
                topics.Add((term.Topic, weights[term]));
            }
        }

        topics.Sort(static (a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Topic, b.Topic));
        return [.. topics.Take(MostTopics).Select(static topic => topic.Topic)];
    }

    private static string Explain(TermWeights weights, double sum, double needed)
    {
        var heaviest = new List<Term>(MostNamed + 1);
        foreach (var term in weights.Terms)
        {
            Ranking.Put(heaviest, term, MostNamed, weights, static (all, one) => all[one]);
        }

        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        foreach (var term in heaviest)
        {
            text.AppendLiteral(term == heaviest[0] ? "" : "、");
            text.AppendLiteral(term.Quoted);
            Amounts.Append(ref text, weights[term]);
        }

        text.AppendLiteral("，合计");
        Amounts.Append(ref text, sum);
        text.AppendLiteral("，达到");
        Amounts.Append(ref text, needed);
        return text.ToStringAndClear();
    }
}
