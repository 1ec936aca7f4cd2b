using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OpinionWatch.Architecture.Tests;

/// <summary>What the documents point to is there.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    [Test]
    public void Every_test_the_threat_model_names_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();

        var named = TestName().Matches(File.ReadAllText(Path.Combine(Root, "docs", "security.md"))).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.That(named, Has.Count.GreaterThan(40));
        Assert.That(named.Where(name => !sources.Exists(source => source.Contains($" {name}(", StringComparison.Ordinal))), Is.Empty);
    }

    [Test]
    public void Every_file_a_document_links_to_exists()
    {
        var broken = Documents().SelectMany(document => Link().Matches(File.ReadAllText(document))
            .Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, Uri.UnescapeDataString(target))))
            .Select(target => $"{Path.GetRelativePath(Root, document)}: {target}"));

        Assert.That(broken, Is.Empty);
    }

    private static IEnumerable<string> Documents() => [Path.Combine(Root, "README.md"), Path.Combine(Root, "README.zh-CN.md"), Path.Combine(Root, "CHANGELOG.md"), .. Under("docs"), .. Under("src"), .. Under("install"), .. Under("tests")];

    private static IEnumerable<string> Under(string folder) => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`", RegexOptions.None, 10_000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.None, 10_000)]
    private static partial Regex Link();
}
