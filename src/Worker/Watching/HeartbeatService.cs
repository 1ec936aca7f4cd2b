using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Worker.Watching;

/// <summary>Says every few seconds that the service lives: only when all essential loops turn. Otherwise it is silent and leaves word why; on a full disk it is silent to all but systemd, which would only kill it.</summary>
internal sealed class HeartbeatService(
    IEnumerable<IEssentialLoop> loops,
    ConfigurationInForce configuration,
    HeartbeatPing ping,
    SystemdBeat systemd,
    IServer server,
    TimeProvider time,
    ILogger<HeartbeatService> log) : RestartingService(time, log)
{
    /// <summary>Time between two beats.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly SteadyFile _beats = WatchFiles.Heartbeat(configuration.Current.DataFolder);
    private readonly SteadyFile _stuck = WatchFiles.Stuck(configuration.Current.DataFolder);
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private Heartbeat? _last;
    private string? _why;
    private bool _unwritable;

    /// <summary>Looks at all loops, and beats when they turn.</summary>
    /// <returns>Whether it beat.</returns>
    public bool BeatOnce()
    {
        var looks = loops.Select(loop => (loop.Name, Look: loop.Look())).ToList();
        var stuck = looks.Where(pair => !pair.Look.Turns).Select(pair => pair.Look.Doing).ToList();
        if (stuck.Count > 0)
        {
            Stand(string.Join('；', stuck));
            if (looks.Exists(pair => pair.Look.ForbidsRestart))
            {
                // A service that systemd kills on a full disk comes back to a full disk, and sends again what it could not note as sent.
                systemd.Beat();
            }

            return false;
        }

        if (_why is not null)
        {
            log.HeartBeatsAgain();
            _why = null;
            _stuck.Remove();
        }

        Write(new Heartbeat
        {
            Beat = (_last?.Beat ?? 0) + 1,
            At = Time.GetUtcNow(),
            StartedAt = _started,
            Process = Environment.ProcessId,
            Listen = [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []],
            Loops = looks.ToDictionary(pair => pair.Name, pair => pair.Look.Doing),
        });
        systemd.Beat();
        return true;
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        _stuck.Remove();
        using var timer = new PeriodicTimer(systemd.Within is { } within && within < Every ? within : Every, Time);
        try
        {
            do
            {
                if (BeatOnce() && configuration.Current.Heartbeat is { Url: { } url, Every: var every })
                {
                    ping.Send(url, every, stoppingToken);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested && _last is { } last)
        {
            Write(last with { Stopped = true, At = Time.GetUtcNow() });
            throw;
        }
    }

    private void Stand(string why)
    {
        if (why == _why)
        {
            return;
        }

        log.HeartStands(why);
        _why = why;
        try
        {
            _stuck.Write(new StuckNote(Time.GetUtcNow(), why));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The watchdog then tells of the silence without its reason.
        }
    }

    private void Write(Heartbeat beat)
    {
        _last = beat;
        try
        {
            _beats.Write(beat);
            _unwritable = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (!_unwritable)
            {
                _unwritable = true;
                log.HeartbeatNotWritten(fault);
            }
        }
    }
}
