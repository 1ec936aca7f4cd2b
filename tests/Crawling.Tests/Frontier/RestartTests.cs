using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Frontier;

/// <summary>A start is no burst, whatever ended the process before.</summary>
public sealed class RestartTests
{
    private FakeTimeProvider _clock = null!;
    private LoopbackSite _site = null!;
    private Rig _rig = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync(time: _clock);
        _site.Otherwise = Answer.Text("text");
        _rig = new Rig(_clock);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_host_that_asked_for_ten_minutes_has_them_across_a_restart()
    {
        _site.Set("/list", Answer.InTurn(Answer.With(429, ("Retry-After", "600")), Answer.Text("/a|甲"))).Set("/two", Answer.Text("/b|乙"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromMilliseconds(100), () => _site.Count("/list") == 1);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(1));
        await _rig.StopAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));

        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1)), Rig.SourceOf(_site, "t", "/two", TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(5), () => _rig.Sink.Pages.Count == 2);

        var held = _site.Requests.First(request => request.Path == "/list").EndedAt!.Value;
        Assert.That(_site.Requests.Where(request => request.ArrivedAt > held).Min(request => request.ArrivedAt) - held, Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(9.9)));
    }

    [Test]
    public async Task Robots_are_not_asked_for_again_within_their_day_and_their_pause_holds_from_the_start()
    {
        _site.Set("/robots.txt", Answer.Text("User-agent: *\nCrawl-delay: 20\nDisallow: /secret")).Set("/list", Answer.Text("/a|甲\n/b|乙\n/secret|丙\n/d|丁"));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(1))).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Sink.Pages.Count == 1);
        await _rig.StopAsync();

        var restarted = _clock.GetUtcNow();
        _rig.Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _rig.Store.Entries.Count == 1);
        var (robots, first) = (_site.Count("/robots.txt"), _site.Requests.First(request => request.ArrivedAt > restarted).ArrivedAt);
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromMinutes(1), TimeSpan.FromHours(24.5));

        Assert.That(robots, Is.EqualTo(1));
        Assert.That(first - restarted, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)));
        Assert.That(_site.Count("/secret"), Is.Zero);
        Assert.That(_site.Count("/robots.txt"), Is.EqualTo(2));
    }
}
