using OpinionWatch.Model.Duty;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections.Duty;

/// <summary>Reads <c>holidays/*.yaml</c>: one file a year.</summary>
internal sealed class HolidaysSection(Reading reading)
{
    private const int LongestHoliday = 31;

    private readonly Dictionary<int, Place> _years = [];
    private readonly Dictionary<DateOnly, string> _holidays = [];
    private readonly Dictionary<DateOnly, Place> _makeUpDays = [];

    /// <summary>What all files say.</summary>
    public WorkCalendar Calendar => new() { Years = _years.Keys.ToHashSet(), Holidays = _holidays, MakeUpDays = _makeUpDays.Keys.ToHashSet() };

    /// <summary>Reads one file.</summary>
    public void Read(YamlNode? root)
    {
        if (MapReader.Open(root, "", reading, "year", "holidays", "makeUp") is not { } file)
        {
            return;
        }

        if (!file.Has("year"))
        {
            file.Error("year", "is missing: the year the file is about, as year: 2026");
        }

        var year = (int)(file.Integer("year", 2000, 2199) ?? 0);
        if (year > 0 && !_years.TryAdd(year, file.At("year")))
        {
            file.Error("year", $"{year} stands in another file already, at {_years[year]}");
        }

        foreach (var map in DutySection.Entries(file, "holidays", "{ name: 国庆节, from: 2026-10-01, to: 2026-10-07 }", ["name", "from", "to"]))
        {
            ReadHoliday(map, year);
        }

        foreach (var (text, place) in file.Texts("makeUp", "2026-10-10"))
        {
            ReadMakeUpDay(text, place, year);
        }
    }

    private void ReadHoliday(MapReader map, int year)
    {
        var name = map.Required("name", "what is celebrated, as 国庆节");
        foreach (var key in TimesReader.Ends.Where(key => !map.Has(key)))
        {
            map.Error(key, "is missing: a day, as 2026-10-01");
        }

        if (TimesReader.Day(map, "from") is not { } from || TimesReader.Day(map, "to") is not { } to || name is null)
        {
            return;
        }

        if (to < from || to.DayNumber - from.DayNumber >= LongestHoliday || !IsOf(year, from))
        {
            map.Error("to", $"a holiday of {year} is a time of at most {LongestHoliday} days in or about that year, and ends after it begins");
            return;
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            _holidays[day] = name.Trim();
            if (_makeUpDays.TryGetValue(day, out var place))
            {
                reading.Faults.Error(place, $"makeUp: {day:yyyy-MM-dd} is a day of {Shown.Of(name)} as well; it is worked or it is not");
            }
        }
    }

    private void ReadMakeUpDay(string text, Place place, int year)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) || !IsOf(year, day))
        {
            reading.Faults.Error(place, $"makeUp: '{Shown.Of(text)}' is no day in or about {year}; write it as {(year > 0 ? year : 2026)}-10-10");
            return;
        }

        _makeUpDays[day] = place;
        if (_holidays.TryGetValue(day, out var name))
        {
            reading.Faults.Error(place, $"makeUp: {day:yyyy-MM-dd} is a day of {Shown.Of(name)} as well; it is worked or it is not");
        }
        else if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            reading.Faults.Warning(place, $"makeUp: {day:yyyy-MM-dd} is no day of a weekend and is worked anyway; look at the date again");
        }
    }

    // New Year's holiday may begin in the old year.
    private static bool IsOf(int year, DateOnly day) => Math.Abs(day.DayNumber - new DateOnly(Math.Max(year, 1), 7, 1).DayNumber) < 215;
}
