namespace OpinionWatch.Alerts.Templates;

/// <summary>Writes instants in the zone of the configuration.</summary>
internal sealed class ZoneTime(TimeZoneInfo zone)
{
    /// <summary>Gives day and minute, e.g. <c>2026年11月24日 09:05</c>.</summary>
    public string Full(DateTimeOffset at) => $"{Local(at):yyyy年M月d日 HH:mm}";

    /// <summary>Gives day and minute without the year, e.g. <c>11月24日09:05</c>.</summary>
    public string Day(DateTimeOffset at) => $"{Local(at):M月d日HH:mm}";

    /// <summary>Gives the minute, with the day when it is another day than <paramref name="now"/>'s: <c>09:05</c>, <c>11月23日23:50</c>.</summary>
    public string Short(DateTimeOffset at, DateTimeOffset now)
    {
        var local = Local(at);
        return local.Date == Local(now).Date ? $"{local:HH:mm}" : $"{local:M月d日HH:mm}";
    }

    /// <summary>Gives the wall time.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
