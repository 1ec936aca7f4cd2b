using OpinionWatch.Worker.Configuration.Files;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Sees when the files are other than the ones last read and have come to rest. Polls, because network drives and editors that rename tell nobody.</summary>
/// <param name="settle">How long the files must be the same before they are read: a file half saved is not taken.</param>
internal sealed class FolderWatch(TimeSpan settle)
{
    private string? _read;
    private string? _pending;
    private DateTimeOffset _pendingSince;

    /// <summary>Notes what was read, so that it is not news.</summary>
    public void Read(string mark)
    {
        _read = mark;
        _pending = null;
    }

    /// <summary>Looks at the files.</summary>
    /// <param name="mark">What the files are now: equal marks, equal files.</param>
    /// <param name="now">The instant.</param>
    /// <returns>True when they should be read now.</returns>
    public bool IsDue(string mark, DateTimeOffset now)
    {
        if (mark == _read)
        {
            _pending = null;
            return false;
        }

        if (mark != _pending)
        {
            _pending = mark;
            _pendingSince = now;
        }

        return now - _pendingSince >= settle;
    }

    /// <summary>Gives the mark of a snapshot and of the secret files it names.</summary>
    public static string MarkOf(ConfigurationSnapshot snapshot, IEnumerable<string> secretFiles) =>
        string.Join('|', [snapshot.Version, snapshot.Exists.ToString(), .. snapshot.Ignored, .. secretFiles.Select(Stamp)]);

    private static string Stamp(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{path}:{file.Length}:{file.LastWriteTimeUtc.Ticks}" : path;
    }
}
