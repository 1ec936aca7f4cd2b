using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary><c>GET /api/punctuality?month=2026-11</c>: how each section kept the limits due in a month (时限遵守情况).</summary>
internal static class PunctualityApi
{
    /// <summary>An incident may have ended well before its last clock was due.</summary>
    private static readonly TimeSpan LongestEarly = TimeSpan.FromDays(62);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/punctuality", ListAsync);

    private static async Task<IResult> ListAsync(string? month, IIncidentBoard board, ICurrent<ConsoleOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var (now, zone) = (time.GetUtcNow(), options.Value.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        if (!QueryValues.TryMonth(month, today, out var first))
        {
            return Problems.Bad("month is a month such as 2026-11.");
        }

        var (from, to) = (Start(first, zone), Start(first.AddMonths(1), zone));
        var rows = Punctuality.Of(await board.ListEndedAfterAsync(from - LongestEarly, cancellationToken), from, to, now);
        return Answers.Page([.. rows.Select(PunctualityView.Of)], next: null);
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
