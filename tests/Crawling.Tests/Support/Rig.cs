using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Support;

/// <summary>A crawler on a store and a sink that outlive it. Start it as often as needed.</summary>
internal sealed class Rig(TimeProvider time, IPageReader? reader = null) : IAsyncDisposable
{
    private CancellationTokenSource? _stop;
    private Task _run = Task.CompletedTask;

    public MemoryStore Store { get; } = new();

    public CollectingSink Sink { get; } = new();

    public Current<CrawlingOptions> Options { get; } = new(new CrawlingOptions { Delay = TimeSpan.Zero, Timeout = TimeSpan.FromHours(20), AllowAddresses = ["127.0.0.0/8"] });

    public Crawler Crawler { get; private set; } = null!;

    public Rig Watch(params Source[] sources)
    {
        Options.Value = Options.Value with { Sources = sources };
        return this;
    }

    public Rig Start()
    {
        _stop = new CancellationTokenSource();
        Crawler = Create();
        _run = Crawler.RunAsync(_stop.Token);
        return this;
    }

    public Crawler Create() => new(Options, Store, Store, Store, reader ?? new LineReader(), Sink, time, NullLogger<Crawler>.Instance);

    public async Task StopAsync()
    {
        if (_stop is not null)
        {
            await _stop.CancelAsync();
#pragma warning disable VSTHRD003 // Started by Start, in this very class.
            await _run;
#pragma warning restore VSTHRD003
            _stop.Dispose();
            _stop = null;
            Crawler.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Moves a clock we own in small steps, giving the loops room to react, until the condition holds.</summary>
    public static async Task AdvanceUntilAsync(FakeTimeProvider clock, TimeSpan step, Func<bool> met, int most = 2000)
    {
        for (var i = 0; i < most && !met(); i++)
        {
            clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        Assert.That(met(), Is.True, "The condition was not met.");
    }

    /// <summary>Moves the clock by so much in small steps.</summary>
    public static async Task AdvanceByAsync(FakeTimeProvider clock, TimeSpan step, TimeSpan total)
    {
        for (var passed = TimeSpan.Zero; passed < total; passed += step)
        {
            clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }
    }

    public static Source SourceOf(LoopbackSite site, string id = "s", string path = "/list", TimeSpan? every = null, int listPages = 1) => new()
    {
        Id = id,
        Name = $"示例{id}",
        Kind = SourceKind.List,
        Start = [site.Url(path)],
        Every = every ?? TimeSpan.FromMinutes(5),
        ListPages = listPages,
    };
}
