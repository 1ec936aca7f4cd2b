using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>Reads <c>tests/Corpus/pages</c>.</summary>
public static class LabelledPages
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Lists the pages with their bytes, in the order of <c>labels.jsonl</c>.</summary>
    /// <param name="folder">Folder with <c>labels.jsonl</c> and <c>html</c>; null for the repository's.</param>
    public static IReadOnlyList<LabelledPage> List(string? folder = null)
    {
        folder ??= Folder();
        return [.. File.ReadLines(Path.Combine(folder, "labels.jsonl")).Where(line => line.Length > 0).Select(line => Read(folder, line))];
    }

    private static LabelledPage Read(string folder, string line)
    {
        var page = JsonSerializer.Deserialize<LabelledPage>(line, Options)!;
        return page with { Body = File.ReadAllBytes(Path.Combine(folder, "html", page.File)) };
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "Corpus", "pages"));
}
