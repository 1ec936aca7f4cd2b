namespace OpinionWatch.Worker.Drill;

/// <summary>What the command <c>drill</c> leaves in the data folder for the running service.</summary>
/// <param name="To">Id of the contact.</param>
/// <param name="By">Who asks.</param>
internal sealed record DrillRequest(string To, string By);
