using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Frontier;

/// <summary>Politeness as the sites see it, with a real clock and a busy processor.</summary>
public sealed class PolitenessTests
{
    [Test]
    public async Task Hosts_see_one_connection_and_never_a_shorter_pause()
    {
        var pause = TimeSpan.FromMilliseconds(50);
        var sites = new List<LoopbackSite>();
        await using var rig = new Rig(TimeProvider.System);
        rig.Options.Value = rig.Options.Value with { Delay = pause };
        for (var i = 0; i < 10; i++)
        {
            var site = await LoopbackSite.StartAsync();
            site.Otherwise = Answer.Text("text");
            sites.Add(site);
        }

        for (var i = 0; i < sites.Count; i++)
        {
            // Each list leads to its own pages, to pages of the next site, and through redirects to others.
            var next = sites[(i + 1) % sites.Count];
            sites[i].Set("/list", Answer.Text(string.Join('\n', Enumerable.Range(0, 8).Select(n => $"/i{n}|x").Append($"{next.Url($"/from{i}")}|y").Append("/moved|z"))))
                .Set("/moved", Answer.Redirect(next.Url($"/moved-from{i}").AbsoluteUri));
        }

        rig.Watch([.. sites.Select((site, i) => Rig.SourceOf(site, $"s{i}", every: TimeSpan.FromSeconds(1)))]).Start();
        await rig.Sink.UntilAsync(sink => sink.Pages.Count >= 100);
        await rig.StopAsync();

        var gaps = sites.SelectMany(site => site.Requests.Where(r => r.EndedAt is not null).ToList() is var all ? all.Zip(all.Skip(1), (a, b) => b.ArrivedAt - a.EndedAt!.Value) : []).ToList();
        Assert.That(sites.Select(site => site.MostConcurrentRequests), Is.All.EqualTo(1));
        Assert.That(sites.Select(site => site.MostConnections), Is.All.EqualTo(1));
        Assert.That(gaps.Min(), Is.GreaterThanOrEqualTo(pause * 0.95));
        Assert.That(rig.Sink.Pages.GroupBy(page => page.Page.RequestedUrl).Where(same => same.Count() > 1), Is.Empty);
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }

    [Test]
    public async Task Posts_are_handed_over_within_the_interval_and_a_little()
    {
        var every = TimeSpan.FromSeconds(1);
        await using var rig = new Rig(TimeProvider.System);
        var sites = new List<LoopbackSite>();
        for (var i = 0; i < 20; i++)
        {
            var site = await LoopbackSite.StartAsync();
            site.Otherwise = Answer.Text("text");
            site.Set("/list", Answer.Text("/old|x"));
            sites.Add(site);
        }

        rig.Watch([.. sites.Select((site, i) => Rig.SourceOf(site, $"s{i}", every: every))]).Start();
        await rig.Sink.UntilAsync(sink => sink.Pages.Count >= sites.Count);
        var published = TimeProvider.System.GetTimestamp();
        foreach (var site in sites)
        {
            site.Set("/list", Answer.Text("/new|x\n/old|x"));
        }

        await rig.Sink.UntilAsync(sink => sink.Pages.Count >= 2 * sites.Count);
        var took = TimeProvider.System.GetElapsedTime(published);
        await rig.StopAsync();

        Assert.That(took, Is.LessThan(every + TimeSpan.FromSeconds(2)));
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }
}
