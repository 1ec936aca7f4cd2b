using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Reads a JSON request body, bounded, with an answer a caller can act on.</summary>
internal static class BodyReader
{
    /// <summary>Largest body read: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Reads the body as <typeparamref name="T"/>.</summary>
    /// <returns>The value, or a problem to answer with; never both, never neither.</returns>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, Results.Problem($"The body has {request.ContentLength} bytes; {MaxBytes} are allowed.", statusCode: StatusCodes.Status413PayloadTooLarge));
        }

        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancellationToken);
            if (body.Length > MaxBytes)
            {
                return (null, Results.Problem($"The body has {body.Length} bytes; {MaxBytes} are allowed.", statusCode: StatusCodes.Status413PayloadTooLarge));
            }

            var value = LenientJson.Deserialize<T>(body.GetBuffer().AsSpan(0, (int)body.Length));
            return value is null ? (null, Problems.Bad("The body must be a JSON object, not null.")) : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, Problems.Bad(exception.Message));
        }
        catch (BadHttpRequestException exception)
        {
            return (null, Results.Problem(exception.Message, statusCode: exception.StatusCode));
        }
    }
}
