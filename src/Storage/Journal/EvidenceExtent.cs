namespace OpinionWatch.Storage.Journal;

/// <summary>A stretch of an evidence file, tied into the chain so that a changed or removed file is found.</summary>
/// <param name="File">Name of the file, without folder.</param>
/// <param name="Offset">First byte; the stretches of one file follow each other without a hole.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of those bytes, lower-case hexadecimal.</param>
internal sealed record EvidenceExtent(string File, long Offset, long Length, string Sha256)
{
    /// <summary>First byte behind it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long End => Offset + Length;
}
