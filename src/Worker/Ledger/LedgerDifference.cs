namespace OpinionWatch.Worker.Ledger;

/// <summary>A sum that does not add up.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="Stage">The stage between the two counts, in Chinese.</param>
/// <param name="In">What went in.</param>
/// <param name="Out">What came out, or is known to be underway.</param>
internal sealed record LedgerDifference(string Source, string Stage, long In, long Out)
{
    /// <summary>It in words.</summary>
    public override string ToString() => $"{(Source == LedgerNames.Whole ? "" : $"信源 {Source} ")}环节“{Stage}”：进 {In}，出 {Out}，{(In > Out ? $"少 {In - Out}" : $"多 {Out - In}")}";
}
