namespace OpinionWatch.Storage.Backup;

/// <summary>A new file that is on disk when it is flushed, readable by the owner alone.</summary>
internal sealed class FlushedFile(string path) : FileStream(path, Options())
{
    /// <inheritdoc />
    public override void Flush() => Flush(flushToDisk: true);

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
