using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Answers in the shapes of CONTRACT.md.</summary>
internal static class Answers
{
    /// <summary>One thing.</summary>
    public static IResult Ok<T>(T value) => Results.Json(value, ContractJson.Options);

    /// <summary>A list and the cursor of its next page; the cursor is there even when it is null.</summary>
    public static IResult Page<T>(IReadOnlyList<T> items, string? next) =>
        Results.Json(new Dictionary<string, object?> { ["items"] = items, ["next"] = next }, ContractJson.Options);
}
