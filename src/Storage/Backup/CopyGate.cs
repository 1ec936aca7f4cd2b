namespace OpinionWatch.Storage.Backup;

/// <summary>Keeps the frontier's file still while a backup, another process, copies it. The kernel opens it again when the backup dies.</summary>
/// <remarks>It only holds back politely: a writer waits no longer than its patience, and the copier looks afterwards whether the file kept still.</remarks>
internal sealed class CopyGate(string dataFolder, TimeProvider time)
{
    private const string Name = ".copying";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly string _path = Path.Combine(dataFolder, Name);

    /// <summary>Closes the gate; null when another copier has it.</summary>
    public static FileStream? TryClose(string dataFolder)
    {
        try
        {
            return new FileStream(Path.Combine(dataFolder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
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
        while (IsClosed() && time.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Pause, time);
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
            return true;
        }
    }
}
