using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Search;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary><c>GET /api/search</c>.</summary>
internal static class SearchApi
{
    private const int LongestFilter = 200;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/search", Find);

    private static IResult Find(string? q, string? from, string? to, string? cursor, string? site, string? level, string? topic, string? area, string? sort, IDocumentSearch search, CancellationToken cancellationToken)
    {
        if (!QueryValues.TryInstant(from, out var first) || !QueryValues.TryInstant(to, out var end))
        {
            return Problems.Bad("from and to are instants such as 2026-11-24T08:00:00+08:00; to is not included.");
        }

        if (!QueryValues.TryEnum<Level>(level, out var wanted, out var levels))
        {
            return Problems.Bad($"level is one of {levels}.");
        }

        if (area is not (null or "" or "in" or "out") || sort is not (null or "" or "newest" or "relevance") || site?.Length > LongestFilter || topic?.Length > LongestFilter)
        {
            return Problems.Bad("area is in or out, sort is newest or relevance; site and topic have at most 200 characters.");
        }

        long? after = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
            {
                return Problems.Bad("cursor is the next of an earlier answer.");
            }

            after = place;
        }

        try
        {
            var page = search.Find(
                new SearchRequest
                {
                    Query = q ?? "",
                    From = first,
                    To = end,
                    Site = Given(site),
                    Level = wanted,
                    Topic = Given(topic),
                    InArea = area switch { "in" => true, "out" => false, _ => null },
                    ByRelevance = sort == "relevance",
                    After = after,
                },
                cancellationToken);
            return page is null
                ? Results.Problem("The index is being opened or built; ask again in a few seconds.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready.")
                : Answers.Page(page.Items, page.Next?.ToString(CultureInfo.InvariantCulture));
        }
        catch (SearchRefusedException e)
        {
            return Problems.Bad(e.Message);
        }
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
