using System.Text.RegularExpressions;
using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Support;

/// <summary>The rules as shipped in <c>config/</c>, read plainly; the product's own reader lives in the worker.</summary>
internal static class Shipped
{
    private static readonly Lazy<RuleEngine> Built = new(() => new RuleEngine(Lexicon(), GradingOptions.Default, Area(), new SegmenterBoundaries(RuleWords.Join(Segmenter.Load(), Lexicon(), Area(), []))));

    public static RuleEngine Engine => Built.Value;

    public static string Root { get; } = FindRoot();

    public static Lexicon Lexicon() => Lexicons.Lexicon.From(
        [.. Directory.EnumerateFiles(Path.Combine(Root, "config/lexicon"), "*.csv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => !line.StartsWith("词条", StringComparison.Ordinal) && line.Length > 0).Select(EntryOf)]);

    public static AreaOptions Area() => new()
    {
        Name = "益阳",
        Places = [.. File.ReadLines(Path.Combine(Root, "config/area.yaml")).Where(line => line.StartsWith("  - {", StringComparison.Ordinal)).Select(PlaceOf)],
    };

    public static Analysis Analyze(string text, string? title = null, string? region = null, SourceTier? tier = null, DocumentKind kind = DocumentKind.Article) =>
        Engine.Analyze(new Document { Id = "1", Title = title, Text = text, Region = region, Tier = tier, Kind = kind });

    private static LexiconEntry EntryOf(string line)
    {
        var cells = line.Split(',');
        return new LexiconEntry
        {
            Term = cells[0],
            Category = cells[1],
            Points = int.TryParse(cells[2], out var points) ? points : 0,
            Match = cells[3] == "整词" ? TermMatch.WholeWord : TermMatch.Anywhere,
            Variants = cells[3] switch { "谐音" => TermVariants.Confusable, "原字" => TermVariants.Exact, _ => TermVariants.ByCategory },
            Exclusions = cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static PlaceOptions PlaceOf(string line) => new()
    {
        Name = Value(line, "name")!,
        In = Value(line, "in"),
        Aliases = Values(line, "aliases"),
        WholeWord = line.Contains("wholeWord: true"),
        Needs = Values(line, "needs"),
        Excludes = Values(line, "excludes"),
    };

    private static string? Value(string line, string key) => Regex.Match(line, $@"[{{,] {key}: ([^,\[}}]+?)\s*[,}}]", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string[] Values(string line, string key) => Regex.Match(line, $@"{key}: \[([^\]]*)\]", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value.Split(", ") : [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OpinionWatch.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found.");
        }

        return folder.FullName;
    }
}
