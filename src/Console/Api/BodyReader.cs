using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Reads a request body, bounded, with an answer a caller can act on.</summary>
internal static class BodyReader
{
    /// <summary>Largest body read: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads the body as <typeparamref name="T"/>.</summary>
    /// <returns>The value, or a problem to answer with; never both, never neither.</returns>
    public static async Task<(T? Value, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var (body, problem) = await ReadBytesAsync(request, cancellationToken);
        if (problem is not null)
        {
            return (null, problem);
        }

        try
        {
            var value = LenientJson.Deserialize<T>(body.Span);
            return value is null ? (null, Problems.Bad("The body must be a JSON object, not null.")) : (value, null);
        }
        catch (JsonException exception)
        {
            return (null, Problems.Bad(exception.Message));
        }
    }

    /// <summary>Reads the body as it came, and never more of it than is allowed.</summary>
    /// <returns>The bytes, or a problem to answer with.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, IResult? Problem)> ReadBytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (default, TooLarge($"The body has {request.ContentLength} bytes; {MaxBytes} are allowed."));
        }

        try
        {
            using var body = new MemoryStream();
            var chunk = new byte[ChunkBytes];
            while (await request.Body.ReadAsync(chunk, cancellationToken) is var read and > 0)
            {
                await body.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
                if (body.Length > MaxBytes)
                {
                    return (default, TooLarge($"The body has more than the {MaxBytes} bytes that are allowed."));
                }
            }

            return (body.ToArray(), null);
        }
        catch (BadHttpRequestException exception)
        {
            return (default, Results.Problem(exception.Message, statusCode: exception.StatusCode));
        }
    }

    /// <summary>Answers that a request holds more than is read.</summary>
    public static IResult TooLarge(string why) => Results.Problem(why, statusCode: StatusCodes.Status413PayloadTooLarge);
}
