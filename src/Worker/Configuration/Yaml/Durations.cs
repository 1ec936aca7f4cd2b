using System.Globalization;

namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Durations as the files write them: <c>0s</c>, <c>90s</c>, <c>15m</c>, <c>1h</c>, <c>1d</c>.</summary>
internal static class Durations
{
    /// <summary>The longest duration there is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>How a duration is written, for faults.</summary>
    public const string Form = "a whole number with s, m, h or d, as 90s, 15m, 1h, 1d";

    /// <summary>Reads a duration; null when it is not one or longer than ten years.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > 12 || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        long? seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => null };
        return seconds is { } unit && count <= (long)Longest.TotalSeconds / unit ? TimeSpan.FromSeconds(count * unit) : null;
    }

    /// <summary>Writes a duration as the files do.</summary>
    public static string Write(TimeSpan span) => (long)span.TotalSeconds switch
    {
        0 => "0s",
        var seconds when seconds % 86400 == 0 => $"{seconds / 86400}d",
        var seconds when seconds % 3600 == 0 => $"{seconds / 3600}h",
        var seconds when seconds % 60 == 0 => $"{seconds / 60}m",
        var seconds => $"{seconds}s",
    };
}
