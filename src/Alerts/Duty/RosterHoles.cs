using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Finds when nobody is on duty (值班空档). Pure.</summary>
public static class RosterHoles
{
    /// <summary>Lists the holes of a roster in a time, each as long as it is, earliest first.</summary>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Find(ContactBook book, DutyRoster roster, DateTimeOffset from, DateTimeOffset to, Func<Contact, bool> canBeReached)
    {
        // Lines of long ago or far ahead change nothing in the time looked at.
        var near = roster with { Changes = [.. roster.Changes.Where(change => change.From < to && change.To > from)] };
        var absences = book.Duty.Absences.Where(absence => absence.From < to && absence.To > from).ToList();
        var plain = book with { Duty = book.Duty with { Absences = absences } };

        var instants = Instants(plain, near, from, to).Where(at => at > from && at < to).Append(from).Distinct().Order().ToList();
        var holes = new List<(DateTimeOffset From, DateTimeOffset To)>();
        for (var i = 0; i < instants.Count; i++)
        {
            var end = i + 1 < instants.Count ? instants[i + 1] : to;
            if (OnDuty.At(plain, near, instants[i], canBeReached).Count > 0)
            {
                continue;
            }

            if (holes.Count > 0 && holes[^1].To == instants[i])
            {
                holes[^1] = (holes[^1].From, end);
            }
            else
            {
                holes.Add((instants[i], end));
            }
        }

        return holes;
    }

    /// <summary>Lists the instants at which who is on duty may change; between two of them nothing does.</summary>
    private static IEnumerable<DateTimeOffset> Instants(ContactBook book, DutyRoster roster, DateTimeOffset from, DateTimeOffset to)
    {
        var zone = book.Duty.TimeZone;
        var (first, last) = (DateOnly.FromDateTime(WallClock.At(from, zone)).AddDays(-1), DateOnly.FromDateTime(WallClock.At(to, zone)));
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            foreach (var hours in roster.Shifts.Select(shift => shift.Hours).Where(hours => hours.Days.Include(day, book.Duty.Calendar)))
            {
                yield return WallClock.InstantOf(day.ToDateTime(hours.From), zone);
                yield return WallClock.InstantOf(hours.EndOf(day), zone);
            }
        }

        foreach (var (start, end) in roster.Changes.Select(change => (change.From, change.To)).Concat(book.Duty.Absences.Select(absence => (absence.From, absence.To))))
        {
            yield return start;
            yield return end;
        }
    }
}
