using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Status;

namespace OpinionWatch.Console.Api;

/// <summary><c>GET /api/ledger?from=&amp;to=</c>: every page and every hit of each hour in its one final state (守恒账).</summary>
internal static class LedgerApi
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(24);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/ledger", ListAsync);

    private static async Task<IResult> ListAsync(string? from, string? to, ILedgerView ledger, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!QueryValues.TryInstant(from, out var first) || !QueryValues.TryInstant(to, out var end))
        {
            return Problems.Bad("from and to are instants such as 2026-11-24T08:00:00+08:00.");
        }

        var until = end ?? time.GetUtcNow();
        var since = first ?? until - Usual;
        return since >= until || until - since > Longest
            ? Problems.Bad($"from comes before to, and at most {Longest.TotalDays} days lie between them.")
            : Answers.Page(await ledger.ListAsync(since, until, cancellationToken), next: null);
    }
}
