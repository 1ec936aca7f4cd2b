using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpinionWatch.Worker.Configuration.Files;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Reads edits of the configuration while the service runs: a good one is in force within two seconds, a faulty one changes nothing and is logged once.</summary>
/// <param name="origin">Where the configuration is read from.</param>
/// <param name="inForce">What is in force.</param>
/// <param name="first">The reading the service started with.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
public sealed class ConfigurationWatcher(ConfigurationOrigin origin, ConfigurationInForce inForce, ConfigurationReading first, TimeProvider time, ILogger<ConfigurationWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    private readonly FolderWatch _watch = new(Settle);
    private ConfigurationReading _lastGood = first;
    private ConfigurationReading _lastRead = first;
    private bool _started;

    /// <summary>Looks at the folder once, and takes what has come to rest.</summary>
    /// <returns>True when the files were read anew.</returns>
    public bool Look()
    {
        var snapshot = ConfigurationSnapshot.Load(origin.Folder);
        var mark = FolderWatch.MarkOf(snapshot, _lastRead.SecretFiles);
        if (!_started)
        {
            // The files may have changed between the first reading and now.
            _started = true;
            if (snapshot.Version == inForce.Current.Version)
            {
                _watch.Read(mark);
            }
        }

        if (!_watch.IsDue(mark, time.GetUtcNow()))
        {
            return false;
        }

        var reading = ConfigurationReader.Read(snapshot, origin.DataOverride, origin.Environment);
        _lastRead = reading;
        _watch.Read(FolderWatch.MarkOf(snapshot, reading.SecretFiles));
        Take(reading);
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            LookSafely();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of the loop: whatever a look meets, the configuration in force stays and the next look comes.")]
    private void LookSafely()
    {
        try
        {
            _ = Look();
        }
        catch (Exception fault)
        {
            logger.LookFailed(fault);
        }
    }

    private void Take(ConfigurationReading reading)
    {
        if (reading.Configuration is { } same && same.Version == inForce.Current.Version && reading.SecretFiles.Count == 0 && _lastGood.SecretFiles.Count == 0)
        {
            inForce.Restore(reading.Faults);
            logger.TakenBack();
            return;
        }

        if (inForce.Take(reading, time.GetUtcNow()) is not { } change)
        {
            logger.Refused(reading.Faults.Count(fault => fault.IsError));
            LogFaults(reading.Faults.Where(fault => fault.IsError));
            return;
        }

        _lastGood = reading;
        logger.InForce(change.New.Version);
        LogFaults(reading.Faults);
        foreach (var key in change.NeedRestart)
        {
            logger.NeedsRestart(key);
        }
    }

    private void LogFaults(IEnumerable<ConfigurationFault> faults)
    {
        foreach (var fault in faults)
        {
            logger.Fault(fault.ToString());
        }
    }
}
