using System.Globalization;

namespace OpinionWatch.Storage.Evidence;

/// <summary>Evidence files that no record of the journal names.</summary>
/// <param name="Rest">The one file a kill can have left: newer than every known one, and alone; null when there is none.</param>
/// <param name="Foreign">Files that nobody but a stranger can have put there, in the order of their names.</param>
internal sealed record UnknownEvidence(string? Rest, IReadOnlyList<string> Foreign)
{
    private const string Extension = ".warc.gz";

    /// <summary>Looks through a folder; empty files hold nothing and do not count.</summary>
    public static UnknownEvidence Find(string folder, IEnumerable<string> known)
    {
        if (!Directory.Exists(folder))
        {
            return new UnknownEvidence(null, []);
        }

        var names = known.ToHashSet(StringComparer.Ordinal);
        var newest = names.Select(PlaceOf).Max() ?? "";
        var unknown = new DirectoryInfo(folder).EnumerateFiles("*" + Extension)
            .Where(file => file.Length > 0 && !names.Contains(file.Name))
            .Select(file => file.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        var newer = unknown.Where(name => PlaceOf(name) is { } place && string.CompareOrdinal(place, newest) > 0).ToList();
        return newer.Count == 1 ? new UnknownEvidence(newer[0], [.. unknown.Where(name => name != newer[0])]) : new UnknownEvidence(null, unknown);
    }

    /// <summary>Gives <c>2026-11.2.warc.gz</c> as a text that sorts by month and number; null for a name the archive does not give.</summary>
    private static string? PlaceOf(string name)
    {
        var parts = name[..^Extension.Length].Split('.');
        var number = 1;
        return parts.Length is 1 or 2
            && DateOnly.TryParseExact(parts[0], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && (parts.Length == 1 || (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 1))
            ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{number:D10}")
            : null;
    }
}
