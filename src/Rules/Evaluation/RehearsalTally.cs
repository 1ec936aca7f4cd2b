using OpinionWatch.Model;

namespace OpinionWatch.Rules.Evaluation;

/// <summary>Gathers what two sets of rules say of documents, one after the other; what it keeps does not grow with their number.</summary>
/// <param name="examplesOfEachKind">How many documents of each kind of change are shown.</param>
public sealed class RehearsalTally(int examplesOfEachKind)
{
    private const int MostSites = 1000;
    private const int LongestTitle = 40;
    private const int LongestName = 200;
    private const string OtherSites = "*";

    private static readonly Level[] AllLevels = Enum.GetValues<Level>();

    private readonly int[,] _levels = new int[AllLevels.Length, AllLevels.Length];
    private readonly Dictionary<string, RehearsalCounts> _sites = new(StringComparer.Ordinal);
    private readonly List<RehearsalExample> _examples = [];
    private readonly int[] _shown = new int[Enum.GetValues<RehearsalKind>().Length];
    private RehearsalCounts _total = RehearsalCounts.None;
    private (int Gained, int Lost) _relevant;
    private (int All, int Before, int After) _labelled;

    /// <summary>Adds one document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="old">What the rules in force say of it.</param>
    /// <param name="renewed">What the rules rehearsed say.</param>
    /// <param name="label">The level a person gave it, if one did.</param>
    public void Add(Document document, Analysis old, Analysis renewed, Level? label)
    {
        var kind = KindOf(old.Level, renewed.Level);
        _total = _total.With(kind);
        _levels[(int)old.Level, (int)renewed.Level]++;
        _relevant = (_relevant.Gained + (renewed.Relevant && !old.Relevant ? 1 : 0), _relevant.Lost + (old.Relevant && !renewed.Relevant ? 1 : 0));
        if (label is { } told)
        {
            _labelled = (_labelled.All + 1, _labelled.Before + (old.Level == told ? 1 : 0), _labelled.After + (renewed.Level == told ? 1 : 0));
        }

        var site = Short(document.Site ?? "");
        site = _sites.ContainsKey(site) || _sites.Count < MostSites ? site : OtherSites;
        _sites[site] = _sites.GetValueOrDefault(site, RehearsalCounts.None).With(kind);
        if (kind is { } change && _shown[(int)change] < examplesOfEachKind)
        {
            _shown[(int)change]++;
            _examples.Add(new RehearsalExample(Short(document.Id), TitleOf(document), document.Site is null ? null : site, change, old.Level, renewed.Level, label, FactorChange.Between(old, renewed)));
        }
    }

    /// <summary>What was gathered so far.</summary>
    /// <param name="against">Version of the rules compared with.</param>
    /// <param name="version">Version of the rules rehearsed.</param>
    public Rehearsal Result(string against, string version) => new()
    {
        Against = against,
        Version = version,
        Total = _total,
        Levels = AllLevels.Where(from => AllLevels.Any(to => _levels[(int)from, (int)to] > 0)).ToDictionary(from => from, Row),
        Sites = [.. _sites.OrderByDescending(static pair => pair.Value.Changed).ThenByDescending(static pair => pair.Value.Documents).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => new RehearsalSite(pair.Key, pair.Value))],
        RelevantGained = _relevant.Gained,
        RelevantLost = _relevant.Lost,
        Labelled = _labelled.All,
        RightBefore = _labelled.Before,
        RightAfter = _labelled.After,
        Examples = [.. _examples.OrderBy(static example => example.Kind)],
    };

    private static RehearsalKind? KindOf(Level from, Level to) => (from, to) switch
    {
        _ when from == to => null,
        (Level.None, _) => RehearsalKind.Gained,
        (_, Level.None) => RehearsalKind.Lost,
        _ => to > from ? RehearsalKind.Raised : RehearsalKind.Lowered,
    };

    private static string TitleOf(Document document)
    {
        var title = string.IsNullOrWhiteSpace(document.Title) ? document.Text : document.Title;
        var line = title.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return Cut(line, LongestTitle);
    }

    private static string Short(string name) => Cut(name, LongestName);

    private static string Cut(ReadOnlySpan<char> text, int most)
    {
        var length = text.Length > most && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return length < text.Length ? $"{text[..length]}…" : text.ToString();
    }

    private IReadOnlyDictionary<Level, int> Row(Level from) =>
        AllLevels.Where(to => _levels[(int)from, (int)to] > 0).ToDictionary(to => to, to => _levels[(int)from, (int)to]);
}
