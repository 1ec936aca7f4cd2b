namespace OpinionWatch.Worker.Ledger;

/// <summary>Names of the counts. They are on disk: a name never changes its meaning.</summary>
internal static class LedgerNames
{
    /// <summary>Requests begun.</summary>
    public const string Asked = "asked";

    /// <summary>A page came.</summary>
    public const string Page = "page";

    /// <summary>The site said it was unchanged (304).</summary>
    public const string Unchanged = "unchanged";

    /// <summary>The site asked us to wait.</summary>
    public const string HeldOff = "heldOff";

    /// <summary>The site answered with another status.</summary>
    public const string Refused = "refused";

    /// <summary>No usable answer; the row says why the last time.</summary>
    public const string Failed = "failed";

    /// <summary>robots.txt forbids it.</summary>
    public const string Disallowed = "disallowed";

    /// <summary>Cut off by a stop or a kill; asked again.</summary>
    public const string Cut = "cut";

    /// <summary>Pages that came, by the hour they came in.</summary>
    public const string Pages = "pages";

    /// <summary>Pages read.</summary>
    public const string Read = "read";

    /// <summary>Pages that were the same as before.</summary>
    public const string Same = "same";

    /// <summary>Pages that could not be read.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>Pages not done with when their visit broke or the process died; fetched again.</summary>
    public const string Returned = "returned";

    /// <summary>New items met in lists.</summary>
    public const string Items = "items";

    /// <summary>Documents that left the crawler, counted by it.</summary>
    public const string Handed = "handed";

    /// <summary>Documents the pipeline took.</summary>
    public const string Taken = "taken";

    /// <summary>Documents not kept because something broke; their page is fetched again.</summary>
    public const string NotKept = "notKept";

    /// <summary>Canaries of drills.</summary>
    public const string Drill = "drill";

    /// <summary>Documents written to the journal, counted by the pipeline.</summary>
    public const string Kept = "kept";

    /// <summary>Alerts put into the outbox, counted by the desk.</summary>
    public const string Alerts = "alerts";

    /// <summary>Final states of a request.</summary>
    public static readonly IReadOnlyList<string> Answers = [Page, Unchanged, HeldOff, Refused, Failed, Disallowed, Cut];

    /// <summary>Final states of a page.</summary>
    public static readonly IReadOnlyList<string> Fates = [Read, Same, Unreadable, Returned];

    /// <summary>Final states of a document.</summary>
    public static readonly IReadOnlyList<string> Outcomes = [.. Enum.GetValues<Model.DocumentOutcome>().Select(Of), NotKept, Drill];

    /// <summary>Source of what belongs to no source.</summary>
    public const string Whole = "_all";

    /// <summary>Source of the row that says whether the ledger is open.</summary>
    public const string Run = "_run";

    /// <summary>Source of the rows that say what a closed hour came to.</summary>
    public const string Verdict = "_verdict";

    /// <summary>Gives the name of a document's state, e.g. <c>document.opened</c>.</summary>
    public static string Of(Model.DocumentOutcome outcome) => "document." + char.ToLowerInvariant(outcome.ToString()[0]) + outcome.ToString()[1..];
}
