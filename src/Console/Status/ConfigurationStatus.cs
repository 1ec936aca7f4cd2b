namespace OpinionWatch.Console.Status;

/// <summary>The configuration in force, and why the last edit was refused (CONTRACT.md, <c>GET /api/configuration</c>).</summary>
/// <param name="Version">Hash of the files in force.</param>
/// <param name="Since">When they came into force.</param>
/// <param name="Faults">Faults of the files as they are now; empty when they are in force.</param>
public sealed record ConfigurationStatus(string Version, DateTimeOffset Since, IReadOnlyList<ConfigurationFaultStatus> Faults);
