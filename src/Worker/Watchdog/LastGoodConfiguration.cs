using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Watchdog;

/// <summary>The contacts and channels the watchdog works with: those of the files as they are, or its own copy of the last good ones.</summary>
/// <remarks>Only the files that say whom to tell and how are read, so that a fault in sites or words does not matter here. Secrets written as <c>${env:…}</c> or <c>${file:…}</c> are not copied, only named.</remarks>
internal sealed class LastGoodConfiguration(Folders folders, Func<string, string?> environment)
{
    private const string Holidays = "holidays";

    private static readonly string[] Names = [ConfigurationSnapshot.MainFile, "contacts.yaml", "duty.yaml", "escalation.yaml"];

    private WatchConfiguration? _current;
    private string? _version;

    /// <summary>The data folder; known even when the configuration is not.</summary>
    public string DataFolder { get; private set; } = folders.Data ?? Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folders.Config)) ?? folders.Config, "data");

    /// <summary>Why the files as they are were refused; null when they are good.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the files when they changed.</summary>
    /// <returns>What is in force; null when there is nothing good and never was.</returns>
    public WatchConfiguration? Read()
    {
        var now = Only(ConfigurationSnapshot.Load(folders.Config));
        if (now.Version == _version && _current is not null)
        {
            return _current;
        }

        var reading = ConfigurationReader.Read(now, folders.Data, environment);
        DataFolder = reading.Configuration is null && _current is not null ? DataFolder : reading.DataFolder ?? DataFolder;
        if (reading.Configuration is { } good)
        {
            (_current, _version, Fault) = (good, now.Version, null);
            TryKeep(now);
            return good;
        }

        Fault = reading.Faults.First(fault => fault.IsError).ToString();
        _version = now.Version;
        return _current ??= ConfigurationReader.Read(Only(now.With(Kept())), folders.Data, environment).Configuration;
    }

    private string CopyFolder => Path.Combine(WatchFiles.WatchdogFolder(DataFolder), "config");

    private static ConfigurationSnapshot Only(ConfigurationSnapshot snapshot) => snapshot.With([.. snapshot.Files.Where(file => Names.Contains(file.Name)), .. snapshot.In(Holidays)]);

    /// <summary>Reads the copy; its paths are those of the folder it was copied from.</summary>
    private List<ConfigurationFile> Kept() => [.. ConfigurationSnapshot.Load(CopyFolder).Files.Select(file => file with { Path = Path.GetFullPath(Path.Combine(folders.Config, file.Name)) })];

    private void TryKeep(ConfigurationSnapshot good)
    {
        try
        {
            var folder = Directory.CreateDirectory(CopyFolder);
            if (!OperatingSystem.IsWindows())
            {
                folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            Directory.CreateDirectory(Path.Combine(folder.FullName, Holidays));
            foreach (var old in ConfigurationSnapshot.Load(folder.FullName).Files.Where(old => good.Find(old.Name) is null))
            {
                File.Delete(old.Path);
            }

            foreach (var file in good.Files)
            {
                var path = Path.Combine(folder.FullName, file.Name);
                if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(file.Bytes.Span))
                {
                    File.WriteAllBytes(path + ".new", file.Bytes.ToArray());
                    File.Move(path + ".new", path, overwrite: true);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // On a full disk the copy is an older one; what is in memory goes on.
        }
    }
}
