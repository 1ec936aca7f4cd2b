namespace OpinionWatch.Storage.Backup;

/// <summary>What is to be backed up, and where to.</summary>
public sealed record BackupRequest
{
    /// <summary>The data folder; the service may be running.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The file to write; must not exist.</summary>
    public required string Target { get; init; }

    /// <summary>Version of the program.</summary>
    public string Program { get; init; } = "";

    /// <summary>Files of the configuration by their path below its folder, without secrets.</summary>
    public IReadOnlyDictionary<string, byte[]> Configuration { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Full paths of files and folders in the data folder that must not go into a backup.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Told to the reader of the backup.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
