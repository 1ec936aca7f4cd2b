using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class ExitCodeTests
{
    [Test]
    public async Task A_pass_over_a_site_that_refuses_and_a_verification_of_nothing_fail()
    {
        using var folder = new ConfigFolder();
        folder.Write("opinionwatch.yaml", "fetch: { allowAddresses: ['127.0.0.0/8'] }\n");
        folder.Write("sites/a.yaml", "- { id: gone, start: ['http://127.0.0.1:9/'], kind: list }\n");
        var data = Path.Combine(folder.Root, "data");

        var crawled = await CommandLine.InvokeAsync(["crawl", "--config", folder.Path, "--data", data]);
        var verified = await CommandLine.InvokeAsync(["verify", "--config", folder.Path, "--data", Path.Combine(folder.Root, "absent")]);

        Assert.That((crawled, verified), Is.EqualTo((1, 1)));
    }
}
