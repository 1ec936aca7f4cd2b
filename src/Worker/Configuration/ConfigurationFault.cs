namespace OpinionWatch.Worker.Configuration;

/// <summary>Something wrong in the configuration, and where.</summary>
/// <param name="File">The file, below the configuration folder as it was given on the command line.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character's column, from 1; in a CSV file the number of the field, as Excel and WPS count.</param>
/// <param name="Severity">Whether it refuses the configuration.</param>
/// <param name="Message">What is wrong and what is allowed. Never holds the value of a secret.</param>
public sealed record ConfigurationFault(string File, int Line, int Column, FaultSeverity Severity, string Message)
{
    /// <summary>True when the fault refuses the configuration.</summary>
    public bool IsError => Severity == FaultSeverity.Error;

    /// <summary>Gives <c>FILE:LINE:COLUMN: error: MESSAGE</c>, as compilers do, so that editors can jump there.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {(IsError ? "error" : "warning")}: {Message}";
}
