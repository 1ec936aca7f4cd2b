namespace OpinionWatch.Worker.Commands;

/// <summary>Exit codes of CONTRACT.md.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong use or wrong configuration.</summary>
    public const int WrongUse = 2;

    /// <summary>Interrupted by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
