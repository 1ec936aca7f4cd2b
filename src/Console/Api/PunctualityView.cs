using OpinionWatch.Incidents.Lifecycle;

namespace OpinionWatch.Console.Api;

/// <summary>A <see cref="PunctualityRow"/> in JSON; lateness in whole seconds.</summary>
internal sealed record PunctualityView(string? Section, string Clock, int Met, int Late, int Open, int Running, long? MedianLatenessSeconds, long? WorstLatenessSeconds)
{
    public static PunctualityView Of(PunctualityRow row) =>
        new(row.Section, row.Clock, row.Met, row.Late, row.Open, row.Running, (long?)row.MedianLateness?.TotalSeconds, (long?)row.WorstLateness?.TotalSeconds);
}
