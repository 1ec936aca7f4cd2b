using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.Evidence;

/// <summary>Evidence files, one a month (UTC, by the time kept), only ever appended to. The journal vouches for every stretch.</summary>
internal sealed class WarcArchive(string folder, CommitLoop journal, StoreState state, TimeProvider time, HealthWatch health, StepWatch steps, ILogger logger) : IDisposable
{
    private const string Extension = ".warc.gz";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

    /// <summary>Cuts off what no record of the journal vouches for (the process died in between), and says where evidence is missing.</summary>
    public void Mend()
    {
        Directory.CreateDirectory(folder);
        var known = state.ListEvidence();
        foreach (var (file, end) in known)
        {
            var info = new FileInfo(Path.Combine(folder, file));
            if (!info.Exists)
            {
                StorageLog.EvidenceMissing(logger, file);
            }
            else if (info.Length < end)
            {
                StorageLog.EvidenceShort(logger, file, info.Length, end);
            }
            else if (info.Length > end)
            {
                StorageLog.TornTailCut(logger, file, end, info.Length - end);
                Cut(info.FullName, end);
            }
        }

        var unknown = UnknownEvidence.Find(folder, known.Keys);
        foreach (var foreign in unknown.Foreign)
        {
            StorageLog.EvidenceForeign(logger, foreign);
            _foreign.Add(foreign);
        }

        if (unknown.Rest is { } rest)
        {
            var path = Path.Combine(folder, rest);
            StorageLog.TornTailCut(logger, rest, 0, new FileInfo(path).Length);
            Cut(path, 0);
        }
    }

    /// <summary>Keeps a page.</summary>
    /// <returns><c>file.warc.gz@offset</c> of the answer's record.</returns>
    public async Task<string> KeepAsync(Page page, CancellationToken cancellationToken)
    {
        var response = Guid.NewGuid();
        byte[][] records = [WarcRecord.Response(page, response), WarcRecord.Request(page, Guid.NewGuid(), response)];
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await AppendAsync(records, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task<string> AppendAsync(byte[][] records, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var name = UsableName(now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var path = Path.Combine(folder, name);
        var from = state.EvidenceEnd(name);
        var info = from == 0 ? WarcRecord.Info(name, Guid.NewGuid(), now) : [];
        byte[] bytes = [.. info, .. records.SelectMany(record => record)];
        var kept = false;
        try
        {
            Append(path, from, bytes);
            await journal.AppendAsync(new JournalEntry.Page(new EvidenceExtent(name, from, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)))), cancellationToken);
            kept = true;
            return $"{name}@{from + info.Length}";
        }
        catch (IOException e)
        {
            health.Failed(e);
            throw;
        }
        finally
        {
            if (!kept)
            {
                TryCut(path, from);
            }
        }
    }

    /// <summary>Gives the month's file; when it was lost or cut or is not ours, a further one: what is gone must not stand in the way of what is found now. <c>verify</c> goes on naming the lost one.</summary>
    private string UsableName(string month)
    {
        var name = month + Extension;
        for (var number = 2; state.EvidenceEnd(name) > LengthOf(name) || _foreign.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{month}.{number}{Extension}");
        }

        return name;
    }

    private long LengthOf(string name) => new FileInfo(Path.Combine(folder, name)) is { Exists: true, Length: var length } ? length : 0;

    private void Append(string path, long from, byte[] bytes)
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (RandomAccess.GetLength(file) < from)
        {
            throw new InvalidDataException($"The evidence file {Path.GetFileName(path)} is shorter than the journal says ({from} bytes): put it back from the backup.");
        }

        steps.Reach("evidence.write");
        RandomAccess.SetLength(file, from);
        RandomAccess.Write(file, bytes, from);
        steps.Reach("evidence.flush");
        RandomAccess.FlushToDisk(file);
        if (from == 0)
        {
            DirectoryFlush.Of(folder);
        }

        steps.Reach("evidence.done");
    }

    private static void Cut(string path, long end)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.SetLength(file, end);
    }

    private static void TryCut(string path, long end)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true } info && info.Length > end)
            {
                Cut(path, end);
            }
        }
        catch (IOException)
        {
            // The next page begins by cutting, and so does the next start.
        }
    }
}
