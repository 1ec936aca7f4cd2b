namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Turns the paths of the files into full ones. Relative ones count from the folder that holds the configuration folder, not from where a service manager happens to start the program.</summary>
internal sealed class Folders
{
    private readonly string _root;
    private readonly string _configuredData;

    /// <summary>Knows the data folder of the file and the one of the command line.</summary>
    public Folders(string configFolder, string configuredData, string? dataOverride)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(configFolder));
        _root = Path.GetDirectoryName(folder) ?? folder;
        _configuredData = Path.GetFullPath(configuredData, _root);
        Data = dataOverride is null ? _configuredData : Path.GetFullPath(dataOverride);
    }

    /// <summary>Full path of the data folder in force.</summary>
    public string Data { get; }

    /// <summary>Gives the full path of a configured one. What lies in the configured data folder moves with it when the command line names another.</summary>
    public string Full(string path)
    {
        var full = Path.GetFullPath(path, _root);
        var below = Path.GetRelativePath(_configuredData, full);
        return below == "." ? Data
            : Path.IsPathRooted(below) || below == ".." || below.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full
            : Path.Combine(Data, below);
    }
}
