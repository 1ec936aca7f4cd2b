namespace OpinionWatch.Incidents.Lifecycle;

/// <summary>How one section kept one kind of time limit in a period (时限遵守情况).</summary>
/// <param name="Section">The section in charge; null where none was assigned.</param>
/// <param name="Clock">Name of the limit.</param>
/// <param name="Met">How many were met in time.</param>
/// <param name="Late">How many were met after their instant.</param>
/// <param name="Open">How many passed and are not met yet.</param>
/// <param name="Running">How many are not due yet.</param>
/// <param name="MedianLateness">Median of how much too late the late ones were; null when there is none.</param>
/// <param name="WorstLateness">The longest of them.</param>
public sealed record PunctualityRow(string? Section, string Clock, int Met, int Late, int Open, int Running, TimeSpan? MedianLateness, TimeSpan? WorstLateness);
