using Microsoft.AspNetCore.Http;

namespace OpinionWatch.Console.Api;

/// <summary>Errors as RFC 9457 problem details, each with what is allowed.</summary>
internal static class Problems
{
    /// <summary>400: the request is not of the call's form.</summary>
    public static IResult Bad(string detail) => Problem(StatusCodes.Status400BadRequest, "The request cannot be read.", detail);

    /// <summary>404: no such thing.</summary>
    public static IResult NotFound(string detail) => Problem(StatusCodes.Status404NotFound, "Not found.", detail);

    /// <summary>409: not allowed in this state.</summary>
    public static IResult Conflict(string reason, string allowed) =>
        Results.Problem(reason, statusCode: StatusCodes.Status409Conflict, title: "Not allowed now.", extensions: new Dictionary<string, object?> { ["allowed"] = allowed });

    private static IResult Problem(int status, string title, string detail) => Results.Problem(detail, statusCode: status, title: title);
}
