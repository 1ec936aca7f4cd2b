using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Commands;

/// <summary>Reads the configuration for a command.</summary>
internal static class Configured
{
    /// <summary>Reads it with its warnings.</summary>
    /// <exception cref="ConfigurationException">It has errors; the message lists them all.</exception>
    public static ConfigurationReading Read(Folders folders)
    {
        var reading = ConfigurationReader.Read(folders.Config, folders.Data, Environment.GetEnvironmentVariable);
        return reading.Configuration is not null
            ? reading
            : throw new ConfigurationException(string.Join(Environment.NewLine, reading.Faults.Where(f => f.IsError)));
    }

    /// <summary>Gives the configuration.</summary>
    /// <exception cref="ConfigurationException">It has errors; the message lists them all.</exception>
    public static WatchConfiguration Require(Folders folders) => Read(folders).Configuration!;

    /// <summary>Gives the configuration, or null when there is none or it has errors: for commands that can do without.</summary>
    public static WatchConfiguration? Find(Folders folders) =>
        Directory.Exists(folders.Config) ? ConfigurationReader.Read(folders.Config, folders.Data, Environment.GetEnvironmentVariable).Configuration : null;
}
