using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.TestKit;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Tests.Configuration;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Tests.Watching;

public sealed class HeartbeatServiceTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
    private ConfigFolder _config = null!;
    private WebApplication _web = null!;
    private ServiceProvider _http = null!;

    [SetUp]
    public void SetUp()
    {
        _config = new ConfigFolder();
        _web = WebApplication.CreateSlimBuilder().Build();
        _http = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _web.DisposeAsync();
        await _http.DisposeAsync();
        _config.Dispose();
    }

    [Test]
    public void The_heart_beats_while_all_loops_turn_and_says_what_they_do()
    {
        var heart = Heart(new ClockTurning(new LoopPulse(_time)));

        Assert.That(heart.BeatOnce(), Is.True);

        var beat = WatchFiles.Heartbeat(Data).Find<Heartbeat>();
        Assert.That(beat, Is.Not.Null.And.Property("At").EqualTo(_time.GetUtcNow()).And.Property("Beat").EqualTo(1));
        Assert.That(beat!.Loops["clock"], Is.EqualTo("时限检查正常"));
    }

    [Test]
    public void The_heart_stands_when_one_loop_stands_and_beats_again_after_it()
    {
        var pulse = new LoopPulse(_time);
        var heart = Heart(new ClockTurning(pulse));
        heart.BeatOnce();
        var last = _time.GetUtcNow();

        _time.Advance(TimeSpan.FromMinutes(3));
        var stood = heart.BeatOnce();
        var beat = WatchFiles.Heartbeat(Data).Find<Heartbeat>();
        var note = WatchFiles.Stuck(Data).Find<StuckNote>();
        pulse.Beat();
        var again = heart.BeatOnce();

        Assert.Multiple(() =>
        {
            Assert.That(stood, Is.False);
            Assert.That(beat!.At, Is.EqualTo(last));
            Assert.That(note!.Why, Is.EqualTo("时限检查 3 分钟没有完成"));
            Assert.That(again, Is.True);
            Assert.That(WatchFiles.Stuck(Data).Find<StuckNote>(), Is.Null);
        });
    }

    [Test]
    public void A_heartbeat_written_over_and_over_stays_one_small_file()
    {
        var heart = Heart(new ClockTurning(new LoopPulse(_time)));
        for (var beat = 0; beat < 50; beat++)
        {
            heart.BeatOnce();
        }

        Assert.That(new FileInfo(Path.Combine(Data, "heartbeat.json")).Length, Is.EqualTo(4096));
        Assert.That(WatchFiles.Heartbeat(Data).Find<Heartbeat>()!.Beat, Is.EqualTo(50));
    }

    [TestCase(false, 1)]
    [TestCase(true, 3)]
    public void A_full_disk_silences_the_heartbeat_but_lets_no_one_kill_the_service_whichever_loop_stands(bool full, int told)
    {
        var pulse = new LoopPulse(_time);
        var systemd = new CountingNotifier();
        var heart = Heart(systemd, new ClockTurning(pulse), new FullStore { IsFull = full });
        heart.BeatOnce();
        var last = WatchFiles.Heartbeat(Data).Find<Heartbeat>();
        _time.Advance(TimeSpan.FromMinutes(3));

        var beats = new[] { heart.BeatOnce(), heart.BeatOnce() };

        Assert.That(beats, Is.All.False);
        Assert.That(WatchFiles.Heartbeat(Data).Find<Heartbeat>()!.Beat, Is.EqualTo(last!.Beat));
        Assert.That(WatchFiles.Stuck(Data).Find<StuckNote>()!.Why, Does.Contain("时限检查"));
        Assert.That(systemd.Told, Is.EqualTo(told));
    }

    [Test]
    public async Task A_stop_that_was_meant_is_written_down()
    {
        var heart = Heart(new ClockTurning(new LoopPulse(_time)));

        await heart.StartAsync(CancellationToken.None);
        while (WatchFiles.Heartbeat(Data).Find<Heartbeat>() is null)
        {
            await Task.Yield();
        }

        await heart.StopAsync(CancellationToken.None);

        Assert.That(WatchFiles.Heartbeat(Data).Find<Heartbeat>()!.Stopped, Is.True);
    }

    [Test]
    public async Task The_address_outside_is_asked_at_its_interval()
    {
        await using var site = await LoopbackSite.StartAsync(Answer.With(200));
        var ping = new HeartbeatPing(_http.GetRequiredService<IHttpClientFactory>(), _time, NullLogger<HeartbeatPing>.Instance);

        for (var second = 0; second < 60; second += 5)
        {
            ping.Send(site.Root, TimeSpan.FromSeconds(30), CancellationToken.None);
            await ping.Sending;
            _time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.That(site.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public void Systemd_is_told_where_the_unit_asks_for_it()
    {
        var path = Path.Combine(Path.GetTempPath(), $"ow-{Guid.NewGuid():N}"[..16]);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        socket.ReceiveTimeout = 5000;
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", path);
        var beat = new SystemdBeat(new SystemdNotifier(), name => name == "WATCHDOG_USEC" ? "30000000" : null);

        beat.Beat();

        var buffer = new byte[100];
        Assert.That(Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer)), Is.EqualTo("WATCHDOG=1"));
        Assert.That(beat.Within, Is.EqualTo(TimeSpan.FromSeconds(15)));
        Environment.SetEnvironmentVariable("NOTIFY_SOCKET", null);
        File.Delete(path);
    }

    private string Data => Path.Combine(_config.Root, "data");

    private HeartbeatService Heart(params IEssentialLoop[] loops) => Heart(null, loops);

    private HeartbeatService Heart(ISystemdNotifier? notifier, params IEssentialLoop[] loops) => new(
        loops,
        new ConfigurationInForce(_config.Good(), [], _time.GetUtcNow()),
        new HeartbeatPing(_http.GetRequiredService<IHttpClientFactory>(), _time, NullLogger<HeartbeatPing>.Instance),
        new SystemdBeat(notifier, name => name == "WATCHDOG_USEC" && notifier is not null ? "30000000" : null),
        _web.Services.GetRequiredService<IServer>(),
        _time,
        NullLogger<HeartbeatService>.Instance);

    private sealed class CountingNotifier : ISystemdNotifier
    {
        public int Told { get; private set; }

        public bool IsEnabled => true;

        public void Notify(ServiceState state) => Told++;
    }

    /// <summary>Says what the store says while it waits for room.</summary>
    private sealed class FullStore : IEssentialLoop
    {
        public bool IsFull { get; init; }

        public string Name => "store";

        public LoopLook Look() => new(true, "数据不能写入") { ForbidsRestart = IsFull };
    }
}
