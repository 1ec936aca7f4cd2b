using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Acknowledge;
using OpinionWatch.Console.Api;
using OpinionWatch.Console.Status;

namespace OpinionWatch.Console;

/// <summary>Puts console and API into the web application.</summary>
/// <remarks>Needs <see cref="Acts.IIncidentBoard"/>, <see cref="Acts.IIntake"/>, <see cref="IServiceStatus"/>, <c>IOutbox</c>, <c>ICurrent&lt;ConsoleOptions&gt;</c> and a <see cref="TimeProvider"/> in the container.</remarks>
public static class ConsoleServices
{
    /// <summary>Adds what the console needs of its own.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services) => services.AddSingleton<Tokens>();

    /// <summary>Maps every address of CONTRACT.md that is built so far.</summary>
    public static void MapConsole(this IEndpointRouteBuilder routes)
    {
        HealthEndpoints.Map(routes);
        StatusPage.Map(routes);
        AcknowledgePage.Map(routes);
        ReceiptsApi.Map(routes);
        var api = routes.MapGroup("/api").AddEndpointFilter<RouteGroupBuilder, TokenGate>();
        IncidentsApi.Map(api);
        HandlingApi.Map(api);
        PunctualityApi.Map(api);
        DocumentsApi.Map(api);
        StatusApi.Map(api);
        SearchApi.Map(api);
        api.MapFallback(() => Problems.NotFound("There is no such call; CONTRACT.md lists them."));
    }
}
