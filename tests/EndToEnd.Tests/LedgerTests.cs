using System.Net;
using System.Text.Json.Nodes;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The conservation ledger and the anchors of the audit chain on the real process.</summary>
[NonParallelizable]
public sealed class LedgerTests
{
    [Test]
    public async Task Every_page_and_every_document_has_one_final_state_after_kills_and_the_chain_fits_its_anchor()
    {
        await using var scene = await Scene.SetAsync();
        for (var kill = 0; kill < 3; kill++)
        {
            await using var victim = await scene.StartServiceAsync();
            for (var post = 0; post < 4; post++)
            {
                scene.Sites[post].Publish(Posts.Relevant((kill * 4) + post));
                scene.Sites[post].Publish(Posts.Ordinary((kill * 4) + post));
            }

            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
            await victim.KillAsync();
        }

        await using var service = await scene.StartServiceAsync();
        foreach (var site in scene.Sites)
        {
            site.Publish(Posts.Relevant(100 + scene.Sites.IndexOf(site)));
        }

        var wrong = "nothing was counted";
        for (var look = 0; look < 60 && wrong is not null; look++)
        {
            wrong = await DifferenceAsync(service, scene);
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }

        Assert.That(wrong, Is.Null);
        Assert.That((await service.GetAsync("/health/ready", token: null)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.GetAsync("/api/ledger?from=x")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await service.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(scene.Data, "anchors.txt"))), TimeSpan.FromSeconds(30), "the anchor");
        await service.StopAsync();

        var anchors = Path.Combine(scene.Data, "anchors.txt");
        var fits = await ServiceProcess.RunAsync(null, "verify", "--anchors", anchors, "--config", scene.Config, "--data", scene.Data);
        var beyond = await ServiceProcess.RunAsync(null, "verify", "--anchor", $"1000000:{new string('A', 64)}", "--config", scene.Config, "--data", scene.Data);
        var none = await ServiceProcess.RunAsync(null, "verify", "--anchor", "x", "--config", scene.Config, "--data", scene.Data);

        Assert.That((fits.ExitCode, beyond.ExitCode, none.ExitCode), Is.EqualTo((0, 1, 2)), fits.Output + beyond.Output + none.Errors);
        Assert.That(beyond.Output, Does.Contain("its end was cut off"));
    }

    /// <summary>Adds up every hour and source as an outsider would; what a kill cut off may only be found downstream.</summary>
    private static async Task<string?> DifferenceAsync(ServiceProcess service, Scene scene)
    {
        var hours = (await service.GetAsync("/api/ledger")).Body!["items"]!.AsArray();
        var read = 0L;
        foreach (var source in hours.SelectMany(hour => hour!["sources"]!.AsArray()))
        {
            var counts = source!["counts"]!;
            read += Of(counts, "read");
            var documents = counts.AsObject().Where(pair => pair.Key.StartsWith("document.", StringComparison.Ordinal)).Sum(pair => pair.Value!.GetValue<long>()) + Of(counts, "notKept");
            var answers = Of(counts, "page") + Of(counts, "unchanged") + Of(counts, "heldOff") + Of(counts, "refused") + Of(counts, "failed") + Of(counts, "disallowed") + Of(counts, "cut");
            if (Of(counts, "asked") - answers is < 0 or > 1
                || Of(counts, "pages") - (Of(counts, "read") + Of(counts, "same") + Of(counts, "unreadable") + Of(counts, "returned")) is < 0 or > 1
                || Of(counts, "taken") != documents || Of(counts, "handed") > Of(counts, "taken"))
            {
                return source.ToJsonString();
            }
        }

        // What was counted within seconds before a kill is in no row; what came after the last start is.
        return read >= scene.Sites.Count ? null : $"only {read} pages were read";
    }

    private static long Of(JsonNode counts, string name) => counts[name]?.GetValue<long>() ?? 0;
}
