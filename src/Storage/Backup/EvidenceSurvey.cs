using System.Security.Cryptography;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Backup;

/// <summary>Reads the evidence once, stretch by stretch as the journal names them: proves each, and hashes each file as far as the journal vouches for it.</summary>
internal sealed class EvidenceSurvey(string folder) : IDisposable
{
    private readonly Dictionary<string, Progress> _files = new(StringComparer.Ordinal);
    private readonly byte[] _buffer = new byte[1 << 17];
    private FileStream? _open;

    /// <summary>Takes in the next stretch.</summary>
    public void Meet(EvidenceExtent extent)
    {
        if (!_files.TryGetValue(extent.File, out var file))
        {
            _files[extent.File] = file = new Progress();
        }

        file.End = extent.End;
        if (file.Fault is null)
        {
            file.Fault = Read(extent, file);
        }
    }

    /// <summary>Retention removed a file.</summary>
    public void Forget(string name) => _files.Remove(name);

    /// <summary>Gives what is to be kept of each file, and what is wrong with it.</summary>
    public IEnumerable<(string Name, long Size, string Sha256, string? Fault)> List()
    {
        foreach (var (name, file) in _files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (file.Fault is null)
            {
                yield return (name, file.End, Convert.ToHexStringLower(file.Hash.GetHashAndReset()), null);
                continue;
            }

            // What is damaged is kept as it is: a part of a proof is better than none.
            var path = Path.Combine(folder, name);
            var size = File.Exists(path) ? Math.Min(file.End, new FileInfo(path).Length) : 0;
            yield return (name, size, size == 0 ? "" : HashOf(path, size), file.Fault);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _open?.Dispose();
        foreach (var file in _files.Values)
        {
            file.Hash.Dispose();
        }
    }

    private string? Read(EvidenceExtent extent, Progress file)
    {
        if (extent.File != Path.GetFileName(extent.File) || !BackupNames.IsAllowed(BackupNames.OfEvidence(extent.File)) || extent.Offset != file.Read || extent.Length < 0)
        {
            return $"{extent.File} at byte {extent.Offset}: the stretch does not follow the one before it";
        }

        var path = Path.Combine(folder, extent.File);
        if (_open?.Name != path)
        {
            _open?.Dispose();
            _open = null;
            if (!File.Exists(path))
            {
                return $"{extent.File}: the evidence file is missing";
            }

            _open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _open.Seek(extent.Offset, SeekOrigin.Begin);
        for (var left = extent.Length; left > 0;)
        {
            var got = _open.Read(_buffer, 0, (int)Math.Min(left, _buffer.Length));
            if (got == 0)
            {
                return $"{extent.File} at byte {extent.Offset}: the evidence file was cut off";
            }

            hash.AppendData(_buffer, 0, got);
            file.Hash.AppendData(_buffer, 0, got);
            left -= got;
        }

        file.Read = extent.End;
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == extent.Sha256 ? null : $"{extent.File} at byte {extent.Offset}: the evidence was changed";
    }

    private string HashOf(string path, long size)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        return StretchHash.Of(file, size, _buffer);
    }

    private sealed class Progress
    {
        public IncrementalHash Hash { get; } = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long End { get; set; }

        public long Read { get; set; }

        public string? Fault { get; set; }
    }
}
