namespace OpinionWatch.Storage.Backup;

/// <summary>What a backup holds: its first entry, <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    /// <summary>Version of the format this program writes, and the newest it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format.</summary>
    public required int Version { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public string Program { get; init; } = "";

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last segment of the journal, from 1.</summary>
    public required int Segment { get; init; }

    /// <summary>Bytes of the last segment.</summary>
    public required long Offset { get; init; }

    /// <summary>Records of the journal.</summary>
    public required long Records { get; init; }

    /// <summary>SHA-256 of the last record, upper-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>All other entries, in their order.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>What was wrong with the data already when the backup was made, in words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
