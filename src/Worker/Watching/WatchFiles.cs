namespace OpinionWatch.Worker.Watching;

/// <summary>The files by which service and watchdog know of each other; both lie in the data folder, and neither is part of the store.</summary>
internal static class WatchFiles
{
    /// <summary>The heartbeat; as old as the last time everything turned.</summary>
    public static SteadyFile Heartbeat(string data) => new(Path.Combine(data, "heartbeat.json"));

    /// <summary>Why there is no heartbeat, while there is none.</summary>
    public static SteadyFile Stuck(string data) => new(Path.Combine(data, "heartbeat.stuck.json"));

    /// <summary>Folder of the watchdog.</summary>
    public static string WatchdogFolder(string data) => Path.Combine(data, "watchdog");
}
