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
        Points = new Dictionary<string, int>(),
        Thresholds = new Dictionary<Level, int> { [Level.Watch] = 1, [Level.General] = 20, [Level.Major] = 50, [Level.Critical] = 80 },
        Floors = new Dictionary<string, Level>(),
    };
}
