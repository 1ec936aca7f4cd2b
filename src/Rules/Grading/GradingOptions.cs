using System.Collections.Frozen;
using OpinionWatch.Model;

namespace OpinionWatch.Rules.Grading;

/// <summary>Points, thresholds and plain rules of the grading: <c>config/grading.yaml</c>.</summary>
/// <remarks>The keys of <see cref="Default"/> are the keys the file may hold; what it leaves out keeps the default.</remarks>
public sealed record GradingOptions
{
    /// <summary>Points of a factor by its name.</summary>
    public required IReadOnlyDictionary<string, int> Points { get; init; }

    /// <summary>Least score of a level.</summary>
    public required IReadOnlyDictionary<Level, int> Thresholds { get; init; }

    /// <summary>Plain rules: the level at least given when the rule's condition holds, by the rule's name.</summary>
    public required IReadOnlyDictionary<string, Level> Floors { get; init; }

    /// <summary>What is in force without a file, and all keys there are.</summary>
    public static GradingOptions Default { get; } = new()
    {
        Points = new Dictionary<string, int>
        {
            [FactorNames.Terms] = 15,
            [FactorNames.Complaint] = 10,
            [FactorNames.Exposure] = 10,
            [FactorNames.Inquiry] = 2,
            [FactorNames.Suggestion] = 2,
            [FactorNames.Publicity] = -20,
            [FactorNames.Death] = 60,
            [FactorNames.Injury] = 20,
            [FactorNames.Evacuation] = 15,
            [FactorNames.Damage] = 3,
            [FactorNames.Violence] = 50,
            [FactorNames.Crowd] = 10,
            [FactorNames.Petition] = 10,
            [FactorNames.ForcedDemolition] = 20,
            [FactorNames.ManyHouseholds] = 15,
            [FactorNames.LargeLand] = 15,
            [FactorNames.LargeMining] = 15,
            [FactorNames.Corruption] = 20,
            [FactorNames.Conduct] = 3,
            [FactorNames.CentralMedia] = 50,
            [FactorNames.ProvincialMedia] = 20,
            [FactorNames.LocalMedia] = 10,
            [FactorNames.Spread] = 5,
            [FactorNames.Speed] = 3,
            [FactorNames.Fresh] = 1,
            [FactorNames.Stale] = -5,
            [FactorNames.StaffCorruption] = 25,
            [FactorNames.StaffConduct] = 6,
            [FactorNames.HouseholdsFrom] = 100,
            [FactorNames.MuFrom] = 50,
            [FactorNames.ViewsFrom] = 10000,
            [FactorNames.RepliesFrom] = 100,
            [FactorNames.ViewsAnHourFrom] = 1000,
            [FactorNames.RepliesAnHourFrom] = 30,
        }.ToFrozenDictionary(),
        Thresholds = new Dictionary<Level, int> { [Level.Watch] = 1, [Level.General] = 20, [Level.Major] = 55, [Level.Critical] = 80 }.ToFrozenDictionary(),
        Floors = new Dictionary<string, Level>
        {
            [FactorNames.Death] = Level.Critical,
            [FactorNames.Violence] = Level.Critical,
            [FactorNames.CentralMedia] = Level.Critical,
            [FactorNames.Injury] = Level.Major,
            [FactorNames.Evacuation] = Level.Major,
            [FactorNames.ForcedDemolition] = Level.Major,
            [FactorNames.ManyHouseholds] = Level.Major,
            [FactorNames.Corruption] = Level.Major,
            [FactorNames.StaffCorruption] = Level.Major,
            [FactorNames.LargeLand] = Level.Major,
            [FactorNames.LargeMining] = Level.Major,
            [FactorNames.ProvincialMedia] = Level.Major,
            [FactorNames.Petition] = Level.Major,
            [FactorNames.Crowd] = Level.Major,
            [FactorNames.Complaint] = Level.General,
            [FactorNames.Exposure] = Level.General,
            [FactorNames.LocalMedia] = Level.General,
            [FactorNames.Inquiry] = Level.Watch,
            [FactorNames.Suggestion] = Level.Watch,
            [FactorNames.Publicity] = Level.Watch,
            [FactorNames.Mention] = Level.Watch,
        }.ToFrozenDictionary(),
    };

    /// <summary>These options, with the default for each key they lack.</summary>
    public GradingOptions WithDefaults() => new()
    {
        Points = Merge(Default.Points, Points),
        Thresholds = Merge(Default.Thresholds, Thresholds),
        Floors = Merge(Default.Floors, Floors),
    };

    private static FrozenDictionary<TKey, TValue> Merge<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> defaults, IReadOnlyDictionary<TKey, TValue> given)
        where TKey : notnull
    {
        var all = new Dictionary<TKey, TValue>(defaults);
        foreach (var (key, value) in given)
        {
            all[key] = value;
        }

        return all.ToFrozenDictionary();
    }
}
