using OpinionWatch.Model;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>grading.yaml</c>; what it leaves out keeps its default.</summary>
internal static class GradingSection
{
    private const int Most = 10_000;

    /// <summary>Reads the file.</summary>
    public static GradingOptions Read(YamlNode? root, Reading reading)
    {
        var standard = GradingOptions.Default;
        if (MapReader.Open(root, "", reading, "points", "thresholds", "floors") is not { } file)
        {
            return standard;
        }

        var points = new Dictionary<string, int>(standard.Points, StringComparer.Ordinal);
        var pointsMap = file.Child("points", [.. standard.Points.Keys]);
        foreach (var name in standard.Points.Keys)
        {
            points[name] = (int)(pointsMap?.Integer(name, -Most, Most) ?? points[name]);
        }

        var floors = new Dictionary<string, Level>(standard.Floors, StringComparer.Ordinal);
        var floorsMap = file.Child("floors", [.. standard.Floors.Keys]);
        foreach (var name in standard.Floors.Keys)
        {
            floors[name] = floorsMap?.Choice(name, [("none", Level.None), .. Words.Levels]) ?? floors[name];
        }

        return new GradingOptions { Points = points, Thresholds = ReadThresholds(file, standard), Floors = floors };
    }

    private static Dictionary<Level, int> ReadThresholds(MapReader file, GradingOptions standard)
    {
        var thresholds = new Dictionary<Level, int>(standard.Thresholds);
        if (file.Child("thresholds", Words.Of(Words.Levels)) is not { } map)
        {
            return thresholds;
        }

        foreach (var (word, level) in Words.Levels)
        {
            if (map.Integer(word, 0, Most) is { } least)
            {
                thresholds[level] = (int)least;
            }
        }

        foreach (var ((higherWord, higher), (lowerWord, lower)) in Words.Levels.Zip(Words.Levels.Skip(1)))
        {
            if (thresholds.TryGetValue(higher, out var high) && thresholds.TryGetValue(lower, out var low) && high <= low)
            {
                map.Reading.Faults.Error(map.At(map.Has(higherWord) ? higherWord : lowerWord), $"thresholds: {higherWord} ({high}) must be higher than {lowerWord} ({low})");
            }
        }

        return thresholds;
    }
}
