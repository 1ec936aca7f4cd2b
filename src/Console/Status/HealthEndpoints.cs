using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Status;

/// <summary><c>/health/live</c> and <c>/health/ready</c>; no token.</summary>
internal static class HealthEndpoints
{
    // Load balancers and monitors ask with HEAD.
    private static readonly string[] Looking = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/health/live", Looking, () => Results.Json(new { status = "live" }, ContractJson.Options));
        routes.MapMethods("/health/ready", Looking, ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(IServiceStatus status, CancellationToken cancellationToken)
    {
        var readiness = await status.LookAsync(cancellationToken);
        return Results.Json(
            new
            {
                status = readiness.IsReady ? "ready" : "notReady",
                reasons = readiness.IsReady ? null : readiness.Faults,
                degraded = readiness.Degraded.Count == 0 ? null : readiness.Degraded,
            },
            ContractJson.Options,
            statusCode: readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
