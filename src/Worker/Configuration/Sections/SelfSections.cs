using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>heartbeat:</c>, <c>watchdog:</c> and <c>drill:</c>: how the service is watched over.</summary>
internal static class SelfSections
{
    /// <summary>Reads <c>heartbeat:</c>.</summary>
    public static HeartbeatOptions ReadHeartbeat(MapReader? file)
    {
        var standard = new HeartbeatOptions();
        var map = file?.Child("heartbeat", "url", "every");
        if (map is null)
        {
            return standard;
        }

        if (map.Has("every") && !map.Has("url"))
        {
            map.Warning("every", "is not used without url; the file in the data folder is written every few seconds in any case");
        }

        return new HeartbeatOptions
        {
            Url = Web.AddressOf(map, "url"),
            Every = map.Duration("every", TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)) ?? standard.Every,
        };
    }

    /// <summary>Reads <c>watchdog:</c>; names of people go to <paramref name="named"/>.</summary>
    public static WatchdogOptions ReadWatchdog(MapReader? file, List<(string Text, Place Place)> named)
    {
        var standard = new WatchdogOptions();
        var map = file?.Child("watchdog", "to", "after", "repeatEvery");
        if (map is null)
        {
            return standard;
        }

        var to = map.Texts("to", "officer, office");
        named.AddRange(to);
        return new WatchdogOptions
        {
            To = [.. to.Select(item => item.Text)],
            After = map.Duration("after", TimeSpan.FromSeconds(20), TimeSpan.FromDays(1)) ?? standard.After,
            RepeatEvery = map.Duration("repeatEvery", TimeSpan.FromMinutes(1), TimeSpan.FromDays(7)) ?? standard.RepeatEvery,
        };
    }

    /// <summary>Reads <c>drill:</c>; the contact's name goes to <paramref name="named"/>.</summary>
    public static DrillOptions ReadDrill(MapReader? file, List<(string Text, Place Place)> named)
    {
        var standard = new DrillOptions();
        var map = file?.Child("drill", "weekly", "to", "within");
        if (map is null)
        {
            return standard;
        }

        var weekly = ReadWeekly(map);
        var to = weekly is null ? map.Text("to") : map.Required("to", "the contact that the weekly drill goes to, as officer");
        if (to is not null)
        {
            named.Add((to, map.At("to")));
        }

        return new DrillOptions
        {
            Weekly = weekly,
            To = to,
            Within = map.Duration("within", TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)) ?? standard.Within,
        };
    }

    private static WeeklyTime? ReadWeekly(MapReader map)
    {
        if (map.Text("weekly") is not { } text)
        {
            return null;
        }

        var weekly = WeeklyTime.Parse(text);
        if (weekly is null)
        {
            map.Error("weekly", $"'{Shown.Of(text)}' is no day and time; write it in quotes, as \"周三 10:00\" or \"Wed 10:00\"");
        }

        return weekly;
    }
}
