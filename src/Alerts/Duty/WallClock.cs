namespace OpinionWatch.Alerts.Duty;

/// <summary>Goes between instants and what a clock on the wall shows.</summary>
public static class WallClock
{
    /// <summary>Gives what the clock shows at an instant.</summary>
    public static DateTime At(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>Gives the first instant at which the clock shows a time. A time that is skipped when clocks go forward is the instant they do; of one that comes twice the first is taken.</summary>
    public static DateTimeOffset InstantOf(DateTime local, TimeZoneInfo zone)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(plain))
        {
            // Offsets on both sides of the gap name two instants around it; the clock goes forward in between.
            var (before, after) = (zone.GetUtcOffset(plain.AddDays(-1)), zone.GetUtcOffset(plain.AddDays(1)));
            var start = new DateTimeOffset(plain, after).ToUniversalTime();
            for (var minute = start; ; minute = minute.AddMinutes(1))
            {
                if (zone.GetUtcOffset(minute) != before || minute - start > after - before)
                {
                    return minute;
                }
            }
        }

        var offset = zone.IsAmbiguousTime(plain) ? zone.GetAmbiguousTimeOffsets(plain).Max() : zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset).ToUniversalTime();
    }
}
