namespace OpinionWatch.Storage.Backup;

/// <summary>The folder in which a restore is put together and checked before anything stands where the service looks for it.</summary>
internal static class Restoring
{
    private const string Name = ".restoring";

    /// <summary>Gives its path.</summary>
    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, Name);

    /// <summary>Refuses a data folder whose restore was not finished.</summary>
    /// <exception cref="IOException">It is one.</exception>
    public static void Refuse(string dataFolder)
    {
        if (Directory.Exists(PathIn(dataFolder)))
        {
            throw new IOException($"数据文件夹 {dataFolder} 的恢复（restore）没有做完。请清空该文件夹后重新恢复。");
        }
    }

    /// <summary>Lists what keeps a folder from counting as empty. A lock nobody holds, a mounted volume's own folder, what the watchdog keeps and the heartbeat of the service before do not; nor does what an interrupted restore had unpacked, as long as it had moved nothing in.</summary>
    public static IReadOnlyList<string> ListOccupants(string dataFolder) => !Directory.Exists(dataFolder)
        ? []
        : [.. Directory.EnumerateFileSystemEntries(dataFolder)
            .Select(path => Path.GetFileName(path))
            .Where(name => name is not (Name or ".lock" or "lost+found" or "watchdog" or "heartbeat.json" or "heartbeat.stuck.json"))
            .Order(StringComparer.Ordinal)];
}
