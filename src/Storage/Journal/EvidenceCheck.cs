using OpinionWatch.Storage.Evidence;

namespace OpinionWatch.Storage.Journal;

/// <summary>Compares evidence files with what the journal says of them.</summary>
internal sealed class EvidenceCheck(string folder)
{
    private readonly Dictionary<string, long> _ends = [];
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <summary>Stretches that were right.</summary>
    public long Count { get; private set; }

    /// <summary>Finds what is wrong with a stretch; null when nothing is.</summary>
    public string? FindFault(EvidenceExtent extent)
    {
        if (extent.File != Path.GetFileName(extent.File) || extent.Offset != _ends.GetValueOrDefault(extent.File) || extent.Length < 0)
        {
            return $"{extent.File} at byte {extent.Offset}: the stretch does not follow the one before it";
        }

        var path = Path.Combine(folder, extent.File);
        if (!File.Exists(path))
        {
            return $"{extent.File}: the evidence file is missing";
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        if (file.Length < extent.End)
        {
            return $"{extent.File} at byte {file.Length}: the evidence file was cut off, {extent.End} bytes are expected";
        }

        file.Seek(extent.Offset, SeekOrigin.Begin);
        if (StretchHash.Of(file, extent.Length, _buffer) != extent.Sha256)
        {
            return $"{extent.File} at byte {extent.Offset}: the evidence was changed";
        }

        _ends[extent.File] = extent.End;
        Count++;
        return null;
    }

    /// <summary>Finds a file that no record of the journal names and that no kill can have left; null when there is none.</summary>
    public string? FindForeign() => UnknownEvidence.Find(folder, _ends.Keys).Foreign is [var name, ..]
        ? $"{name} at byte 0: the evidence file was inserted; no record of the journal knows it"
        : null;

    /// <summary>Counts bytes behind the last stretch of each file: a kill left them.</summary>
    public long CountTorn() => !Directory.Exists(folder)
        ? 0
        : Directory.EnumerateFiles(folder, "*.warc.gz").Sum(file => Math.Max(0, new FileInfo(file).Length - _ends.GetValueOrDefault(Path.GetFileName(file))));
}
