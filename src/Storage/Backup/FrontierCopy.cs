using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Storage.LiteDb;

namespace OpinionWatch.Storage.Backup;

/// <summary>Copies the frontier's database of a running service, and proves that the copy can be read.</summary>
/// <remarks>It must be taken before the journal's end is fixed: what it calls seen is then in the journal that is kept with it.</remarks>
internal static class FrontierCopy
{
    private const int Attempts = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Copies it into a folder.</summary>
    /// <returns>The copy; null with the reason when there is none to be had.</returns>
    public static async Task<(string? Path, string? Why)> TakeAsync(string dataFolder, string into, CancellationToken cancellationToken)
    {
        var source = Path.Combine(dataFolder, "litedb", "frontier.db");
        var copy = Path.Combine(into, "frontier.db");
        if (!File.Exists(source))
        {
            return (null, null);
        }

        string? why = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await using (CopyGate.TryClose(dataFolder))
            {
                // A batch that was being written when the gate closed is given the time to end.
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
                why = TryCopy(source, copy);
            }

            if (why is null && (why = FindDamage(copy)) is null)
            {
                return (copy, null);
            }
        }

        return (null, why);
    }

    private static string? TryCopy(string source, string copy)
    {
        var before = Stamp(source);
        Copy(source, copy);
        File.Delete(LogOf(copy));
        if (File.Exists(LogOf(source)))
        {
            Copy(LogOf(source), LogOf(copy));
        }

        return Stamp(source) == before ? null : "it was written to all the time";
    }

    private static string? FindDamage(string copy)
    {
        string? damage;
        using (var file = new LiteFile(copy, FrontierFile.Prepare, NullLogger.Instance))
        {
            damage = file.FindDamage();
        }

        if (damage is null && File.Exists(LogOf(copy)) && new FileInfo(LogOf(copy)).Length > 0)
        {
            return "its log could not be worked in";
        }

        return damage;
    }

    private static string LogOf(string path) => Path.ChangeExtension(path, null) + "-log.db";

    private static (long, DateTime, long, DateTime) Stamp(string source)
    {
        var (data, log) = (new FileInfo(source), new FileInfo(LogOf(source)));
        return (data.Length, data.LastWriteTimeUtc, log.Exists ? log.Length : 0, log.Exists ? log.LastWriteTimeUtc : default);
    }

    private static void Copy(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var target = File.Create(to);
        source.CopyTo(target);
    }
}
