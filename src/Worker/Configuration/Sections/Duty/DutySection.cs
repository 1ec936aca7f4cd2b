using OpinionWatch.Model;
using OpinionWatch.Model.Duty;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections.Duty;

/// <summary>Reads <c>duty.yaml</c>.</summary>
internal static class DutySection
{
    private const int MostEntries = 2000;

    private static readonly TimeSpan ShortestLook = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(60);

    /// <summary>Reads the file; every key has a default.</summary>
    /// <param name="root">The file; null when there is none.</param>
    /// <param name="contacts">Everybody there is.</param>
    /// <param name="calendar">Holidays and make-up workdays.</param>
    /// <param name="zone">Zone times are meant in.</param>
    /// <param name="reading">The reading.</param>
    public static DutyPlan Read(YamlNode? root, ContactBook contacts, WorkCalendar calendar, TimeZoneInfo zone, Reading reading)
    {
        var standard = new DutyPlan { TimeZone = zone, Calendar = calendar };
        if (MapReader.Open(root, "", reading, "rosters", "deputies", "away", "quiet", "lookAhead", "tell") is not { } file)
        {
            return standard;
        }

        var people = new PeopleReader(contacts, reading);
        var times = new TimesReader(zone);
        var rosters = ReadRosters(file, new RosterReader(people, times), contacts, reading);
        var tell = file.Child("tell", "at", "to");
        return standard with
        {
            Rosters = rosters,
            Deputies = ReadDeputies(file, people),
            Absences = [.. Entries(file, "away", "{ contact: officer, from: 2026-12-01, to: 2026-12-05, deputy: office }", ["contact", "from", "to", "deputy", "why"]).Select(map => ReadAbsence(map, people, times)).OfType<Absence>()],
            Quiet = [.. Entries(file, "quiet", "{ from: \"22:00\", to: \"07:30\", levels: [general] }", ["days", "from", "to", "levels", "contacts"]).Select(map => ReadQuiet(map, people, times, contacts)).OfType<QuietRule>()],
            LookAhead = file.Duration("lookAhead", ShortestLook, LongestLook) ?? standard.LookAhead,
            TellAt = (tell is null ? null : TimesReader.TimeOfDay(tell, "at")) ?? standard.TellAt,
            TellTo = tell is null ? [] : people.Named(tell, "to", [.. rosters.Keys]),
        };
    }

    /// <summary>Opens the maps of a list; not more than two thousand.</summary>
    public static IEnumerable<MapReader> Entries(MapReader map, string key, string example, IReadOnlyList<string> allowed)
    {
        var items = map.Items(key, example);
        if (items.Count > MostEntries)
        {
            map.Error(key, $"holds {items.Count} entries; at most {MostEntries} are read, take out old ones");
        }

        return items.Take(MostEntries).Select(item => MapReader.Open(item, key, map.Reading, allowed)).OfType<MapReader>();
    }

    private static Dictionary<string, DutyRoster> ReadRosters(MapReader file, RosterReader reader, ContactBook contacts, Reading reading)
    {
        var rosters = new Dictionary<string, DutyRoster>(StringComparer.Ordinal);
        if (Named(file, "rosters", "onDuty: { shifts: [..] }") is not { } map)
        {
            return rosters;
        }

        var ids = new Ids("roster", reading.Faults);
        foreach (var key in map.Map.Entries.Select(entry => entry.Key))
        {
            var roster = reader.Read(key.Raw, map.Child(key.Raw, RosterReader.Keys), key.Place);
            if (contacts.Contacts.Any(contact => contact.Id == key.Raw) || contacts.Groups.ContainsKey(key.Raw))
            {
                reading.Faults.Error(key.Place, $"the roster '{key.Raw}' is named as a contact or group of contacts.yaml; give it a name of its own");
            }
            else if (ids.Take(key.Raw, key.Place, ascii: false))
            {
                rosters[key.Raw] = roster;
                reading.Defined[key.Raw] = key.Place;
            }
        }

        return rosters;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadDeputies(MapReader file, PeopleReader people)
    {
        var deputies = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (Named(file, "deputies", "director: [deputy]") is not { } map)
        {
            return deputies;
        }

        foreach (var key in map.Map.Entries.Select(entry => entry.Key))
        {
            people.CheckContact(key.Raw, key.Place);
            deputies[key.Raw] = people.Contacts(map, key.Raw);
        }

        return deputies;
    }

    /// <summary>Opens a map whose keys are names.</summary>
    private static MapReader? Named(MapReader file, string key, string example)
    {
        switch (file.Find(key))
        {
            case null:
                return null;
            case YamlMap map:
                return MapReader.Open(map, key, file.Reading, [.. map.Entries.Select(entry => entry.Key.Raw)]);
            case var other:
                file.Error(key, $"holds names, as {example}, not {other.Kind}");
                return null;
        }
    }

    private static Absence? ReadAbsence(MapReader map, PeopleReader people, TimesReader times)
    {
        var contact = people.Contact(map, "contact", isRequired: true);
        var deputy = people.Contact(map, "deputy", isRequired: false);
        _ = map.Text("why");
        if (contact is not null && contact == deputy)
        {
            map.Error("deputy", $"'{Shown.Of(contact)}' cannot stand in for themself");
        }

        return times.Period(map) is var (from, to) && contact is not null ? new Absence(contact, from, to, deputy) : null;
    }

    private static QuietRule? ReadQuiet(MapReader map, PeopleReader people, TimesReader times, ContactBook contacts)
    {
        var hours = TimesReader.Hours(map, DutyDays.Daily);
        var levels = map.Choices("levels", Words.Levels);
        if (levels.Any(level => level > Level.General))
        {
            map.Error("levels", "critical and major are never held; allowed: general, watch");
        }

        var only = people.Named(map, "contacts", []);
        return hours is null ? null : new QuietRule(
            hours,
            (levels.Count == 0 ? [Level.General, Level.Watch] : levels).ToHashSet(),
            contacts.Expand(only).ToHashSet(StringComparer.Ordinal));
    }
}
