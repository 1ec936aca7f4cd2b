using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Says who is on duty (值班) at an instant. Pure: the same book and instant give the same people.</summary>
public static class OnDuty
{
    /// <summary>Lists who is on duty, each once: the shifts' people, dated changes made, with deputies for who is away or cannot be reached.</summary>
    /// <returns>Empty where nobody is: a hole of the roster.</returns>
    public static IReadOnlyList<Contact> At(ContactBook book, DutyRoster roster, DateTimeOffset at, Func<Contact, bool> canBeReached) =>
        [.. Scheduled(book, roster, at).Select(id => StandIns.For(book, id, at, canBeReached)).OfType<Contact>().DistinctBy(contact => contact.Id)];

    /// <summary>Lists the ids of who should be on duty by shifts and changes, whoever is away.</summary>
    public static IReadOnlyList<string> Scheduled(ContactBook book, DutyRoster roster, DateTimeOffset at)
    {
        var local = WallClock.At(at, book.Duty.TimeZone);
        IReadOnlyList<string> people = book.Expand(roster.Shifts.SelectMany(shift => shift.Hours.DayHolding(local, book.Duty.Calendar) is { } day ? shift.TurnOf(day) : []));
        foreach (var change in roster.Changes.Where(change => change.From <= at && at < change.To))
        {
            people = Changed(book, people, change);
        }

        return people;
    }

    private static IReadOnlyList<string> Changed(ContactBook book, IReadOnlyList<string> people, DutyChange change)
    {
        if (change.Instead is null)
        {
            return book.Expand(change.People);
        }

        return people.Contains(change.Instead)
            ? [.. people.SelectMany(id => id == change.Instead ? book.Expand(change.People) : [id]).Distinct()]
            : people;
    }
}
