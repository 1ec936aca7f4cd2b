using System.Buffers;
using System.Globalization;
using System.Text;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Backup;

/// <summary>Names of a backup's entries, and where each belongs. A name from an archive is hostile until it was judged here.</summary>
internal static class BackupNames
{
    /// <summary>The list of files: first entry.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>SHA-256 of the list, hexadecimal: second entry.</summary>
    public const string ManifestHash = "manifest.sha256";

    /// <summary>The frontier's database.</summary>
    public const string Frontier = "litedb/frontier.db";

    /// <summary>Folder of the configuration's copy.</summary>
    public const string Configuration = "config/";

    /// <summary>Folder of whatever else lies in the data folder.</summary>
    public const string State = "state/";

    /// <summary>Longest name in bytes.</summary>
    public const int LimitBytes = 1024;

    private const string Journal = "journal/";
    private const string Evidence = "evidence/";
    private const int Depth = 8;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(":\\*?\"<>|");

    /// <summary>Names in the data folder that are kept in another way, made anew, or not the service's state.</summary>
    private static readonly HashSet<string> Apart = new(StringComparer.OrdinalIgnoreCase) { "journal", "evidence", "litedb", "logs", "outgoing", "search", "crawl", "drill", "watchdog", "heartbeat.json", "heartbeat.stuck.json", "lost+found" };

    /// <summary>Gives the entry of a segment.</summary>
    public static string OfSegment(int segment) => Journal + JournalFolder.NameOf(segment);

    /// <summary>Gives the entry of an evidence file.</summary>
    public static string OfEvidence(string file) => Evidence + file;

    /// <summary>Says whether a file or folder right in the data folder goes into a backup as it is.</summary>
    public static bool IsState(string name) => name[0] is not ('.' or '~') && !Apart.Contains(name) && Path.GetExtension(name) is not (".tmp" or ".lock");

    /// <summary>Says whether an entry may be in a backup at all.</summary>
    public static bool IsAllowed(string name)
    {
        if (!IsHarmless(name))
        {
            return false;
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var rest = name[(slash + 1)..];
        return name[..(slash + 1)] switch
        {
            Journal => rest.Length == 16 && int.TryParse(rest.AsSpan(0, 8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && rest == JournalFolder.NameOf(number),
            Evidence => !rest.Contains('/', StringComparison.Ordinal) && rest.EndsWith(".warc.gz", StringComparison.Ordinal),
            Configuration => true,
            State => IsState(rest.Split('/')[0]),
            _ => name == Frontier,
        };
    }

    /// <summary>No absolute path, no way upwards, no device name's colon, nothing invisible, at most eight deep.</summary>
    public static bool IsHarmless(string name)
    {
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > LimitBytes || name.AsSpan().ContainsAny(Forbidden) || name.Any(char.IsControl) || name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return false;
        }

        var parts = name.Split('/');
        return parts.Length <= Depth && parts.All(part => part.Length > 0 && part[0] != ' ' && part[^1] is not (' ' or '.'));
    }
}
