using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage.Backup;

/// <summary>Keeps the frontier's file still while a backup, another process, copies it. The kernel opens it again when the backup dies.</summary>
/// <remarks>It only holds back politely: a writer waits no longer than its patience, and the copier looks afterwards whether the file kept still. A gate the copier has not touched for longer than that is no gate.</remarks>
internal sealed class CopyGate(string dataFolder, TimeProvider time, ILogger logger)
{
    private const string Name = ".copying";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly string _path = Path.Combine(dataFolder, Name);
    private DateTime? _told;

    /// <summary>Closes the gate; null when another copier has it.</summary>
    public static FileStream? TryClose(string dataFolder)
    {
        try
        {
            var path = Path.Combine(dataFolder, Name);
            var gate = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose);
            Owner.HandOver(path, dataFolder);
            Touch(gate);
            return gate;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Waits while it is closed, not longer than bearable.</summary>
    public async Task WaitAsync()
    {
        var started = time.GetTimestamp();
        while (IsClosed())
        {
            if (time.GetElapsedTime(started) >= Patience)
            {
                Tell(File.GetLastWriteTimeUtc(_path));
                return;
            }

            await Task.Delay(Pause, time);
        }
    }

    /// <summary>Tells when the gate was closed. On a full disk it is as old as it was made, which is new enough.</summary>
    private static void Touch(FileStream gate)
    {
        try
        {
            gate.WriteByte(0);
            gate.Flush();
        }
        catch (IOException)
        {
            // The writers wait no longer than they did before there was this mark.
        }
    }

    private bool IsClosed()
    {
        if (!File.Exists(_path))
        {
            return false;
        }

        try
        {
            using (new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return false;
            }
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var closedAt = File.GetLastWriteTimeUtc(_path);
            if ((time.GetUtcNow() - new DateTimeOffset(closedAt)).Duration() <= Patience)
            {
                return true;
            }

            Tell(closedAt);
            return false;
        }
    }

    /// <summary>Tells once of a gate nobody waits for any more; the instant it was closed tells it from the next.</summary>
    private void Tell(DateTime closedAt)
    {
        if (_told != closedAt)
        {
            _told = closedAt;
            StorageLog.GateHeld(logger, _path, (long)Patience.TotalSeconds);
        }
    }
}
