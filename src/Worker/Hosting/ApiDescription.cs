using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace OpinionWatch.Worker.Hosting;

/// <summary><c>/openapi/v1.json</c>: all calls, and how to get in.</summary>
internal static class ApiDescription
{
    private const string Token = "token";

    /// <summary>Adds the description.</summary>
    public static void Add(IServiceCollection services) => services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "OpinionWatch";
        document.Info.Description = "Errors are RFC 9457 problem details. Lists answer {items, next}.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "One of console.apiTokens." };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];

        // The exporter's address is no route of the kind that describes itself.
        document.Paths["/metrics"] = new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new()
                {
                    Description = "Figures in the text format of Prometheus; from this machine, or with a token.",
                    Responses = new OpenApiResponses { ["200"] = new OpenApiResponse { Description = "OK", Content = new Dictionary<string, OpenApiMediaType> { ["text/plain"] = new() } } },
                },
            },
        };
        return Task.CompletedTask;
    }));

    /// <summary>Maps the address.</summary>
    public static void Map(WebApplication web) => web.MapOpenApi("/openapi/{documentName}.json");
}
