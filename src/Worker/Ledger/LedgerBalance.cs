using OpinionWatch.Crawling.Ledger;

namespace OpinionWatch.Worker.Ledger;

/// <summary>Adds up a closed hour. Pure.</summary>
internal static class LedgerBalance
{
    /// <summary>Lists the sums that do not add up.</summary>
    /// <param name="rows">The hour's rows.</param>
    /// <param name="documents">Documents the journal has of the hour, by source.</param>
    /// <param name="alerts">Alerts of the desk the outbox has of the hour, in whatever state.</param>
    /// <param name="interrupted">The process died in it: what died between two counts is then found in the later one alone, and is no difference; what is missing is.</param>
    public static IReadOnlyList<LedgerDifference> Judge(IReadOnlyList<LedgerHour> rows, IReadOnlyDictionary<string, long> documents, long alerts, bool interrupted)
    {
        var differences = new List<LedgerDifference>();
        foreach (var row in rows.Where(row => row.Source != LedgerNames.Whole))
        {
            Compare(row.Source, "抓取", Of(row, LedgerNames.Asked), Sum(row, LedgerNames.Answers), interrupted);
            Compare(row.Source, "读取", Of(row, LedgerNames.Pages), Sum(row, LedgerNames.Fates), interrupted);
            Compare(row.Source, "交接", Of(row, LedgerNames.Handed), Of(row, LedgerNames.Taken), interrupted);
            Compare(row.Source, "研判", Of(row, LedgerNames.Taken), Sum(row, LedgerNames.Outcomes), interrupted);

            // What broke while it was being written may have been written all the same.
            Compare(row.Source, "入库", Of(row, LedgerNames.Kept), documents.GetValueOrDefault(row.Source), interrupted || Of(row, LedgerNames.NotKept) > 0);
        }

        var decided = rows.Where(row => row.Source == LedgerNames.Whole).Sum(row => Of(row, LedgerNames.Alerts));
        Compare(LedgerNames.Whole, "发件箱", decided, alerts, interrupted || rows.Any(row => Of(row, LedgerNames.NotKept) > 0));
        return differences;

        void Compare(string source, string stage, long went, long came, bool mayExceed)
        {
            if (went > came || (came > went && !mayExceed))
            {
                differences.Add(new LedgerDifference(source, stage, went, came));
            }
        }
    }

    /// <summary>Closes what a kill left open in a row: requests and pages that were in hand are asked for again.</summary>
    public static LedgerHour Reconcile(LedgerHour row)
    {
        var counts = new Dictionary<string, long>(row.Counts);
        Close(LedgerNames.Cut, Of(row, LedgerNames.Asked) - Sum(row, LedgerNames.Answers));
        Close(LedgerNames.Returned, Of(row, LedgerNames.Pages) - Sum(row, LedgerNames.Fates));
        return row with { Counts = counts };

        void Close(string name, long open)
        {
            if (open > 0)
            {
                counts[name] = counts.GetValueOrDefault(name) + open;
            }
        }
    }

    private static long Of(LedgerHour row, string name) => row.Counts.GetValueOrDefault(name);

    private static long Sum(LedgerHour row, IReadOnlyList<string> names) => names.Sum(name => Of(row, name));
}
