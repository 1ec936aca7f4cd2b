namespace OpinionWatch.Model;

/// <summary>A report made to a superior body (报送).</summary>
/// <param name="To">The body, e.g. 市委总值班室.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When it was made, as the person says.</param>
/// <param name="Reference">Number of the paper; null when there is none.</param>
public sealed record UpwardReport(string To, string By, DateTimeOffset At, string? Reference)
{
    /// <summary>Which of the reports to that body it is; a journal from before this was recorded has only first ones.</summary>
    public ReportKind Kind { get; init; }
}
