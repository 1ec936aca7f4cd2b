using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>How what a page asks for is asked for: like any page of ours.</summary>
/// <param name="AskAsync">Asks, in turn and within robots.txt.</param>
/// <param name="WaitFor">How long such a request has to wait for its host before it is sent.</param>
/// <param name="HoldOf">How long its host wants to be left alone; null when it waits for no more than its pause.</param>
internal sealed record PartAsker(Func<FetchRequest, CancellationToken, Task<FetchOutcome>> AskAsync, Func<FetchRequest, TimeSpan> WaitFor, Func<FetchRequest, TimeSpan?> HoldOf);
