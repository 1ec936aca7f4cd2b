using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Backup;

/// <summary>Puts a backup into an empty data folder (<c>restore</c>). Everything is unpacked aside and proven; only then it is moved to where the service looks for it.</summary>
public static class StoreRestore
{
    private static readonly string[] Order = ["evidence", "litedb", "journal"];

    /// <summary>Lists what keeps a folder from being restored into; empty when nothing does.</summary>
    public static IReadOnlyList<string> ListOccupants(string dataFolder) => Restoring.ListOccupants(dataFolder);

    /// <summary>Restores.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="dataFolder">An empty folder, or none yet.</param>
    /// <param name="configuration">Gets the files of the configuration by their path below its folder, when everything is in place; null leaves them in the backup.</param>
    /// <param name="cancellationToken">Stops, and leaves nothing behind.</param>
    /// <returns>What was in it.</returns>
    /// <exception cref="BackupFaultException">The backup is not whole: nothing was moved in.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<BackupManifest> RestoreAsync(string backup, string dataFolder, Action<string, byte[]>? configuration, CancellationToken cancellationToken)
    {
        using var reading = BackupReading.Open(backup);
        var isNew = !Directory.Exists(dataFolder);
        Directory.CreateDirectory(dataFolder);
        var isMoving = false;
        var staging = Restoring.PathIn(dataFolder);
        try
        {
            await using var held = Hold(dataFolder);
            new BackupSpace(dataFolder).Require(Total(reading.Manifest));
            Remove(staging);
            Directory.CreateDirectory(staging);
            await Task.Run(() => Unpack(reading, staging, cancellationToken), cancellationToken);
            await Task.Run(() => Prove(reading.Manifest, staging, cancellationToken), cancellationToken);
            Owner.HandOver(Path.Combine(dataFolder, ".lock"), dataFolder);
            Owner.HandOver(staging, dataFolder);
            isMoving = true;
            Move(staging, dataFolder);
            var files = ReadConfiguration(Path.Combine(staging, "config"));
            Remove(staging);
            DirectoryFlush.Of(dataFolder);
            foreach (var (name, bytes) in files)
            {
                configuration?.Invoke(name, bytes);
            }

            return reading.Manifest;
        }
        catch when (!isMoving)
        {
            Remove(staging);
            if (isNew)
            {
                Remove(dataFolder);
            }

            throw;
        }
    }

    private static long Total(BackupManifest manifest)
    {
        var total = 0L;
        foreach (var file in manifest.Files)
        {
            total = total > long.MaxValue - file.Size - BackupSpace.Reserve ? long.MaxValue - BackupSpace.Reserve : total + file.Size;
        }

        return total;
    }

    private static void Unpack(BackupReading reading, string staging, CancellationToken cancellationToken)
    {
        var space = new BackupSpace(staging);
        reading.ReadFiles(
            file =>
            {
                space.Breathe(cancellationToken);
                var path = Path.GetFullPath(Path.Combine(staging, file.Name.Replace('/', Path.DirectorySeparatorChar)));
                if (!path.StartsWith(staging + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new BackupFaultException($"{ArchiveReader.Shown(file.Name)} leads out of its folder");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return new FlushedFile(path);
            },
            cancellationToken);
        Directory.CreateDirectory(Path.Combine(staging, "journal"));
        using var head = new JournalHead(Path.Combine(staging, "journal", "head"));
        var end = new JournalPosition(reading.Manifest.Segment, reading.Manifest.Offset, reading.Manifest.Records, reading.Manifest.Hash);
        head.Write(end);
        head.Write(end);
        head.Flush();
    }

    /// <summary>What was wrong already when the backup was made, and is named in it, is no fault of the backup; anything else is.</summary>
    private static void Prove(BackupManifest manifest, string staging, CancellationToken cancellationToken)
    {
        var verification = JournalVerifier.Verify(staging, cancellationToken);
        if (verification.Fault is { } fault && !IsKnown(manifest, staging, cancellationToken))
        {
            throw new BackupFaultException($"备份中的审计链或证据不完好：{fault}");
        }

        if (verification.Fault is null && (verification.Records != manifest.Records || verification.TornBytes > 0))
        {
            throw new BackupFaultException($"备份中的审计链有 {verification.Records} 条记录（另有 {verification.TornBytes} 字节多余），清单写的是 {manifest.Records} 条");
        }
    }

    /// <summary>Says whether all that is wrong with journal and evidence was told when the backup was made: a verification stops at the first fault, which may hide others.</summary>
    private static bool IsKnown(BackupManifest manifest, string staging, CancellationToken cancellationToken)
    {
        try
        {
            var survey = new JournalSurvey(staging);
            var vouched = survey.List(new JournalPosition(manifest.Segment, manifest.Offset, manifest.Records, manifest.Hash), cancellationToken).Select(item => item.File.Name).ToHashSet(StringComparer.Ordinal);
            var told = manifest.Warnings.Select(PlaceOf).ToHashSet(StringComparer.Ordinal);
            return survey.Warnings.Count > 0
                && survey.Warnings.All(warning => told.Contains(PlaceOf(warning)))
                && manifest.Files.Where(file => file.Size > 0 && file.Name.StartsWith("evidence/", StringComparison.Ordinal)).All(file => vouched.Contains(file.Name));
        }
        catch (Exception e) when (e is JournalBrokenException or BackupFaultException)
        {
            return false;
        }
    }

    /// <summary>Gives the file, or file and record, a warning begins with: an evidence file of which nothing was left was cut off then, and is missing now.</summary>
    private static string PlaceOf(string warning) => warning.Split(": ", 2)[0].Split(" at byte ", 2)[0];

    private static void Move(string staging, string dataFolder)
    {
        var state = Path.Combine(staging, "state");
        if (Directory.Exists(state))
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(state).ToList())
            {
                Directory.Move(entry, Path.Combine(dataFolder, Path.GetFileName(entry)));
            }
        }

        foreach (var name in Order.Where(name => Directory.Exists(Path.Combine(staging, name))))
        {
            DirectoryFlush.Of(Path.Combine(staging, name));
            Directory.Move(Path.Combine(staging, name), Path.Combine(dataFolder, name));
        }

        DirectoryFlush.Of(dataFolder);
    }

    private static List<(string Name, byte[] Bytes)> ReadConfiguration(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes(file)))];

    private static FileStream Hold(string dataFolder)
    {
        try
        {
            return new FileStream(Path.Combine(dataFolder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e)
        {
            throw new StoreInUseException(dataFolder, e);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
