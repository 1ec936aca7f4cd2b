namespace OpinionWatch.Crawling.Frontier;

/// <summary>Where the hours of the sources outlive the process.</summary>
public interface ICoverageStore
{
    /// <summary>Keeps hours, replacing those already there of the same source and hour.</summary>
    Task SaveHoursAsync(IReadOnlyList<SourceHour> hours, CancellationToken cancellationToken);

    /// <summary>Lists hours with <paramref name="from"/> ≤ hour &lt; <paramref name="to"/>, in order of source and time.</summary>
    Task<IReadOnlyList<SourceHour>> ListHoursAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
