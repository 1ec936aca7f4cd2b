using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class RehearseCommandTests
{
    private const string Post = """{"id":"1","title":"半夜强拆","text":"益阳赫山区半夜强拆我家房子。","region":"益阳"}""";

    [TestCase(Post, ExitCode.Done)]
    [TestCase(Post + "\n{\"id\":\"2\"", ExitCode.Failed)]
    [TestCase(Post + "\n{\"id\":\"2\",\"text\":\"\",\"label\":{\"level\":\"sky\"}}", ExitCode.Failed)]
    [TestCase("\n", ExitCode.Failed)]
    public async Task A_line_that_cannot_be_read_is_told_and_fails_the_command(string content, int expected)
    {
        using var renewed = new ConfigFolder();
        using var old = new ConfigFolder();
        var file = Path.Combine(renewed.Root, "documents.jsonl");
        await File.WriteAllTextAsync(file, content);

        var code = await CommandLine.InvokeAsync(["rehearse", file, "--config", renewed.Path, "--against", old.Path, "--json"]);

        Assert.That(code, Is.EqualTo(expected));
    }

    [Test]
    public async Task Without_a_configuration_to_compare_with_it_is_wrong_use()
    {
        using var folder = new ConfigFolder();

        var missing = await CommandLine.InvokeAsync(["rehearse", "--config", folder.Path]);
        var absent = await CommandLine.InvokeAsync(["rehearse", "--config", folder.Path, "--against", Path.Combine(folder.Root, "absent")]);
        var tooMany = await CommandLine.InvokeAsync(["rehearse", "--config", folder.Path, "--against", folder.Path, "--examples", "99999"]);

        Assert.That((missing, absent, tooMany), Is.EqualTo((2, 2, 2)));
    }
}
