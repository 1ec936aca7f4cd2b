using OpinionWatch.Alerts;
using OpinionWatch.Console;
using OpinionWatch.Crawling;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>What <c>opinionwatch.yaml</c> says.</summary>
internal sealed record MainSettings
{
    /// <summary>Name of the bureau.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The zone.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The folders.</summary>
    public required Folders Folders { get; init; }

    /// <summary>The store.</summary>
    public required StoreOptions Store { get; init; }

    /// <summary>The console.</summary>
    public required ConsoleOptions Console { get; init; }

    /// <summary>The crawler, without its sites.</summary>
    public required CrawlingOptions Crawling { get; init; }

    /// <summary>Mail; null = none.</summary>
    public MailOptions? Mail { get; init; }

    /// <summary>SMS; null = none.</summary>
    public SmsOptions? Sms { get; init; }

    /// <summary>The digest.</summary>
    public required DigestOptions Digest { get; init; }

    /// <summary>Where the ids of <c>digest.to</c> stand.</summary>
    public required IReadOnlyList<(string Text, Place Place)> DigestTo { get; init; }

    /// <summary>Where the service says that it lives.</summary>
    public required HeartbeatOptions Heartbeat { get; init; }

    /// <summary>Who hears of trouble of the service.</summary>
    public required WatchdogOptions Watchdog { get; init; }

    /// <summary>The weekly drill.</summary>
    public required DrillOptions Drill { get; init; }

    /// <summary>Where the ids of <c>watchdog.to</c> and <c>drill.to</c> stand.</summary>
    public required IReadOnlyList<(string Text, Place Place)> SelfNamed { get; init; }

    /// <summary>The log files.</summary>
    public required LogOptions Logs { get; init; }
}

/// <summary>Reads <c>opinionwatch.yaml</c>.</summary>
internal static class MainSection
{
    private static readonly string[] Keys = ["organisation", "timeZone", "data", "store", "console", "fetch", "mail", "sms", "digest", "logs", "heartbeat", "watchdog", "drill"];

    /// <summary>Reads the file; every key has a default.</summary>
    public static MainSettings Read(YamlNode? root, string configFolder, string? dataOverride, Reading reading)
    {
        var file = MapReader.Open(root, "", reading, Keys);
        var folders = new Folders(configFolder, PathOf(file, "data") ?? "./data", dataOverride);
        var zone = ReadZone(file);
        var consoleMap = file?.Child("console", ConsoleSection.Keys);
        var console = ConsoleSection.Read(consoleMap, folders);
        if (file is not null && !reading.Faults.HasErrorsIn(file.Map.Place.File) && consoleMap?.Has("address") != true && ConsoleSection.IsForThisMachine(console.Listen))
        {
            reading.Faults.Warning(consoleMap?.AtKey("listen") ?? file.AtKey("console"), "console.address is missing and console.listen is this machine's own: links in mails lead only to this machine; write the address the console is reached at, as http://192.0.2.10:8650");
        }

        var digest = file?.Child("digest", "daily", "to");
        var to = digest?.Texts("to", "officer, office") ?? [];
        var named = new List<(string Text, Place Place)>();
        return new MainSettings
        {
            Organisation = file?.Text("organisation")?.Trim() ?? "",
            TimeZone = zone,
            Folders = folders,
            Store = ReadStore(file?.Child("store", "kind", "connection")),
            Console = console,
            Crawling = FetchSection.Read(file?.Child("fetch", FetchSection.Keys)) with { TimeZone = zone },
            Mail = MailSection.Read(file?.Child("mail", MailSection.Keys), folders),
            Sms = SmsSection.Read(file?.Child("sms", SmsSection.Keys)),
            Digest = new DigestOptions { Daily = ReadDaily(digest, to.Count), To = [.. to.Select(item => item.Text)] },
            DigestTo = to,
            Heartbeat = SelfSections.ReadHeartbeat(file),
            Watchdog = SelfSections.ReadWatchdog(file, named),
            Drill = SelfSections.ReadDrill(file, named),
            SelfNamed = named,
            Logs = ReadLogs(file?.Child("logs", "folder", "eachBytes", "keep"), folders),
        };
    }

    /// <summary>Reads a path; null when absent or faulty.</summary>
    public static string? PathOf(MapReader? map, string key)
    {
        if (map?.Text(key) is not { } path)
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(path) && !path.AsSpan().ContainsAny('\0', '\n', '\r'))
        {
            return path;
        }

        map.Error(key, "is the path of a folder, as ./data");
        return null;
    }

    private static TimeZoneInfo ReadZone(MapReader? file)
    {
        var standard = TimeZones.Find("Asia/Shanghai")!;
        if (file?.Text("timeZone") is not { } id)
        {
            return standard;
        }

        if (TimeZones.Find(id) is { } zone)
        {
            return zone;
        }

        file.Error("timeZone", $"no zone '{Shown.Of(id)}' is known on this machine; write an IANA name as Asia/Shanghai, or an offset as +08:00");
        return standard;
    }

    private static StoreOptions ReadStore(MapReader? store)
    {
        if (store is null)
        {
            return new StoreOptions();
        }

        var kind = store.Choice("kind", ("litedb", StoreKind.LiteDb), ("postgres", StoreKind.Postgres)) ?? StoreKind.LiteDb;
        if (kind == StoreKind.LiteDb && store.Has("connection"))
        {
            store.Warning("connection", "is not used with kind: litedb, which keeps everything in the data folder");
        }

        if (kind == StoreKind.Postgres)
        {
            store.Error("kind", "postgres is not built in this version; allowed: litedb");
        }

        return new StoreOptions
        {
            Kind = kind,
            Connection = kind == StoreKind.Postgres ? store.Required("connection", "kind: postgres needs a connection string, as \"${env:OPINIONWATCH_POSTGRES}\"") : null,
        };
    }

    private static TimeOnly? ReadDaily(MapReader? digest, int receivers)
    {
        if (digest?.Text("daily") is not { } text)
        {
            return null;
        }

        if (!TimeOnly.TryParseExact(text, "HH:mm", out var daily))
        {
            digest.Error("daily", $"'{Shown.Of(text)}' is no time of day; write it in quotes, as \"08:00\", from \"00:00\" to \"23:59\"");
            return null;
        }

        if (receivers == 0)
        {
            digest.Warning("daily", "nobody gets the digest: digest.to is empty");
        }

        return daily;
    }

    private static LogOptions ReadLogs(MapReader? logs, Folders folders) => new(
        PathOf(logs, "folder") is { } folder ? folders.Full(folder) : Path.Combine(folders.Data, "logs"),
        logs?.Integer("eachBytes", 10_000, 10_000_000_000) ?? 20_000_000,
        (int)(logs?.Integer("keep", 1, 10_000) ?? 14));
}
