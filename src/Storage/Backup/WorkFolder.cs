namespace OpinionWatch.Storage.Backup;

/// <summary>Where a backup is put together, beside its target: <c>NAME.partial</c>. What a killed backup left there the next one removes.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly FileStream _held;

    private WorkFolder(string path, FileStream held)
    {
        Path = path;
        _held = held;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Makes it.</summary>
    /// <exception cref="BackupFaultException">Another backup to this target is being written.</exception>
    public static WorkFolder Open(string target)
    {
        var path = target + ".partial";
        if (File.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
        {
            throw new BackupFaultException($"{path} 已经存在，不是备份留下的文件夹；请移走它。");
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var held = Hold(path);
        foreach (var left in Directory.EnumerateFiles(path).Where(file => System.IO.Path.GetFileName(file) is "archive" or "frontier.db" or "frontier-log.db"))
        {
            File.Delete(left);
        }

        return new WorkFolder(path, held);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _held.Dispose();
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next backup to this target removes it.
        }
    }

    private static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e)
        {
            throw new BackupFaultException($"另一个备份正在写同一个文件（{path}）。", e);
        }
    }
}
