namespace OpinionWatch.Console.Status;

/// <summary>One fault of a configuration file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong and what is allowed.</param>
public sealed record ConfigurationFaultStatus(string File, int Line, int Column, string Message);
