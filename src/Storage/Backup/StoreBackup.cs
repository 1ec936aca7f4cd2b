using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Backup;

/// <summary>Writes one consistent file of everything (<c>backup</c>), beside a running service or without one.</summary>
/// <remarks>
/// Frontier first, then the journal up to its end on disk, then the evidence that stretch vouches for. The view is left out: it is rebuilt from the journal.
/// Everything is written under another name, read back and compared, flushed, and only then given its name.
/// </remarks>
public sealed class StoreBackup(TimeProvider time)
{
    /// <summary>Writes it.</summary>
    /// <returns>What is in it.</returns>
    /// <exception cref="BackupFaultException">It could not be made: too little room, or something cannot be read.</exception>
    /// <exception cref="JournalBrokenException">The journal is not what was written.</exception>
    /// <exception cref="IOException">The target exists or cannot be written.</exception>
    public async Task<BackupManifest> WriteAsync(BackupRequest request, CancellationToken cancellationToken)
    {
        var target = Path.GetFullPath(request.Target);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        using var work = WorkFolder.Open(target);
        var createdAt = time.GetUtcNow();
        var warnings = new List<string>(request.Warnings);
        var items = await CollectAsync(request, work.Path, warnings, cancellationToken);
        var (listed, end) = items;
        var space = new BackupSpace(folder);
        space.Require(listed.Sum(Estimate));
        var manifest = new BackupManifest
        {
            Version = BackupManifest.CurrentVersion,
            Program = request.Program,
            CreatedAt = createdAt,
            Segment = end.Segment,
            Offset = end.Offset,
            Records = end.Sequence,
            Hash = end.Hash,
            Files = [.. listed.Select(item => item.File)],
            Warnings = warnings,
        };
        var archive = Path.Combine(work.Path, "archive");
        await Task.Run(() => Write(archive, manifest, listed, space, cancellationToken), cancellationToken);
        await Task.Run(() => BackupReading.Check(archive, manifest, cancellationToken), cancellationToken);
        File.Move(archive, target);
        DirectoryFlush.Of(folder);
        return manifest;
    }

    private static async Task<(List<BackupItem> Items, JournalPosition End)> CollectAsync(BackupRequest request, string work, List<string> warnings, CancellationToken cancellationToken)
    {
        new BackupSpace(work).Require(FrontierBytes(request.DataFolder));
        var (frontier, why) = await FrontierCopy.TakeAsync(request.DataFolder, work, cancellationToken);
        if (frontier is null && why is not null)
        {
            warnings.Add($"litedb/frontier.db was left out ({why}): after a restore all sites are visited anew, and hours of coverage are lost");
        }

        var state = StateFiles.List(request.DataFolder, [request.Target, work, .. request.LeaveOut], warnings).ToList();
        var survey = new JournalSurvey(request.DataFolder);
        var end = survey.FindEnd();
        List<BackupItem> items = [.. await Task.Run(() => survey.List(end, cancellationToken), cancellationToken)];
        warnings.AddRange(survey.Warnings);
        if (frontier is not null)
        {
            await using var file = File.OpenRead(frontier);
            items.Add(BackupItem.OfFile(new BackupFile(BackupNames.Frontier, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken))), frontier));
        }

        items.AddRange(state);
        items.AddRange(request.Configuration.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => BackupItem.OfBytes(BackupNames.Configuration + pair.Key, pair.Value)));
        return (items, end);
    }

    private static void Write(string path, BackupManifest manifest, List<BackupItem> items, BackupSpace space, CancellationToken cancellationToken)
    {
        using var file = new FlushedFile(path);
        using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
        {
            var list = JsonSerializer.SerializeToUtf8Bytes(manifest, ContractJson.Options);
            var archive = new ArchiveWriter(packed, manifest.CreatedAt);
            archive.Add(BackupNames.Manifest, list);
            archive.Add(BackupNames.ManifestHash, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(list))));
            foreach (var item in items)
            {
                using var content = item.Open();
                archive.Add(item.File, content, () => space.Breathe(cancellationToken));
            }

            archive.Finish();
        }

        file.Flush();
    }

    /// <summary>Evidence is packed already; the journal packs to a third and better.</summary>
    private static long Estimate(BackupItem item) => item.File.Name.EndsWith(".gz", StringComparison.Ordinal) ? item.File.Size : item.File.Size / 3;

    private static long FrontierBytes(string dataFolder)
    {
        var folder = new DirectoryInfo(Path.Combine(dataFolder, "litedb"));
        return folder.Exists ? folder.EnumerateFiles("frontier*.db").Sum(file => file.Length) : 0;
    }
}
