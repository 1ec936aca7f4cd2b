using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Status;

namespace OpinionWatch.Console.Api;

/// <summary><c>/api/sources</c> and <c>/api/configuration</c>.</summary>
internal static class StatusApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sources", (IServiceStatus status) => Answers.Page(status.ListSources(), next: null));
        api.MapGet("/configuration", (IServiceStatus status) => Answers.Ok(status.Configuration));
    }
}
