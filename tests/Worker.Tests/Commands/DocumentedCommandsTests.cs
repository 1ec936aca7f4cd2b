using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Commands;

/// <summary>The guides name every command there is and none else, and their samples are good.</summary>
public sealed partial class DocumentedCommandsTests
{
    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    public void A_guide_names_the_commands_there_are(string guide)
    {
        var named = Row().Matches(Text(guide)).SelectMany(row => Word().Matches(row.Groups[1].Value)).Select(word => word.Groups[1].Value).ToHashSet();

        var commands = CommandLine.Create().Subcommands.Select(command => command.Name).ToList();

        Assert.That(commands.Where(command => !named.Contains(command)), Is.Empty);
    }

    [TestCase("README.md")]
    [TestCase("README.zh-CN.md")]
    [TestCase("CHANGELOG.md")]
    [TestCase("docs/领导须知.md")]
    public void A_command_a_document_tells_somebody_to_run_exists(string document)
    {
        var told = Call().Matches(Text(document)).Select(match => match.Groups[1].Value).Where(word => word.Length > 0).Distinct();

        var commands = CommandLine.Create().Subcommands.Select(command => command.Name).ToList();

        Assert.That(told.Except(commands), Is.Empty);
    }

    [Test]
    public void The_samples_of_a_source_and_of_words_are_good()
    {
        using var folder = new ConfigFolder().Complete();
        var blocks = Block().Matches(Text("README.zh-CN.md")).Select(match => (Kind: match.Groups[1].Value, Text: match.Groups[2].Value)).ToList();
        folder.Write("sites/sample.yaml", blocks.First(block => block.Kind == "yaml").Text);
        folder.Write("lexicon/sample.csv", blocks.First(block => block.Kind == "csv").Text);

        Assert.That(folder.Read().Faults.Where(fault => fault.IsError && !fault.Message.Contains("论坛网址", StringComparison.Ordinal)), Is.Empty);
        Assert.That(folder.Good().Crawling.Sources.Select(source => source.Id), Does.Contain("my-forum"));
    }

    private static string Text(string document) => File.ReadAllText(Path.Combine(Here(), "..", "..", "..", document));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^\| (`[^|]*?) \|", RegexOptions.Multiline, 10_000)]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z]+(?:-[a-z]+)?)", RegexOptions.None, 10_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:(?<!-u )opinionwatch|--project src/Worker --) ([a-z]+(?:-[a-z]+)?)\b(?![./])", RegexOptions.None, 10_000)]
    private static partial Regex Call();

    [GeneratedRegex("^```(yaml|csv)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline, 10_000)]
    private static partial Regex Block();
}
