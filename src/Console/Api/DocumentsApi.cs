using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary><c>POST /api/documents</c>: what a member of staff saw anywhere.</summary>
internal static class DocumentsApi
{
    private const int MostName = 200;
    private const int MostUrl = 2000;

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/documents", TakeAsync);

    private static async Task<IResult> TakeAsync(HttpRequest request, IIntake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var (body, problem) = await BodyReader.ReadAsync<DocumentRequest>(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(body!.Title) && string.IsNullOrWhiteSpace(body.Text))
        {
            return Problems.Bad("title or text is required and must not be empty.");
        }

        if (LengthFault(("id", body.Id, MostName), ("site", body.Site, MostName), ("region", body.Region, MostName), ("author", body.Author, MostName), ("url", body.Url, MostUrl)) is { } tooLong)
        {
            return Problems.Bad(tooLong);
        }

        if (body.Url is not null && !(Uri.TryCreate(body.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            return Problems.Bad("url is an absolute http or https address.");
        }

        var document = ToDocument(body, time.GetUtcNow());
        await intake.TakeAsync(document, cancellationToken);
        return Results.Json(new { id = document.Id }, ContractJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static string? LengthFault(params ReadOnlySpan<(string Name, string? Value, int Most)> fields)
    {
        foreach (var (name, value, most) in fields)
        {
            if (value?.Length > most)
            {
                return $"{name} has {value.Length} characters; {most} are allowed.";
            }
        }

        return null;
    }

    private static Document ToDocument(DocumentRequest body, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{body.Title}\n{body.Text}")));
        return new Document
        {
            // The same report sent again is the same document: its id comes from what it says.
            Id = string.IsNullOrWhiteSpace(body.Id) ? $"staff-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{body.Site}\n{body.Url}\n{hash}")))[..32]}" : body.Id,
            Url = body.Url,
            CanonicalUrl = body.Url,
            Site = body.Site ?? "staff",
            Tier = body.Tier,
            Region = body.Region,
            Title = body.Title,
            Text = body.Text ?? "",
            Author = body.Author,
            PublishedAt = body.PublishedAt,
            FetchedAt = now,
            Kind = body.Kind ?? DocumentKind.Article,
            ContentHash = hash,
        };
    }
}
