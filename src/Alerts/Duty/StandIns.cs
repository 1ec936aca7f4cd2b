using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Says who takes a contact's place who is away or cannot be reached (代班). Pure.</summary>
public static class StandIns
{
    /// <summary>Gives the contact where present and reachable; else the first such deputy, a deputy's own deputies before the next choice; null when there is none.</summary>
    /// <param name="book">All contacts and the duty plan.</param>
    /// <param name="id">Id of the contact.</param>
    /// <param name="at">The instant.</param>
    /// <param name="canBeReached">Says whether anything reaches a contact.</param>
    public static Contact? For(ContactBook book, string id, DateTimeOffset at, Func<Contact, bool> canBeReached)
    {
        // Deputies may stand in for each other: nobody is asked twice.
        var asked = new HashSet<string>();
        var next = new Stack<string>([id]);
        while (next.TryPop(out var one))
        {
            if (!asked.Add(one))
            {
                continue;
            }

            var absence = AbsenceOf(book.Duty, one, at);
            if (absence is null && book.Find(one) is { } contact && canBeReached(contact))
            {
                return contact;
            }

            foreach (var deputy in DeputiesOf(book.Duty, one, absence).Reverse())
            {
                next.Push(deputy);
            }
        }

        return null;
    }

    /// <summary>Gives a contact's absence at an instant, the last of the file where several overlap; null when present.</summary>
    public static Absence? AbsenceOf(DutyPlan plan, string id, DateTimeOffset at) =>
        plan.Absences.LastOrDefault(absence => absence.Contact == id && absence.From <= at && at < absence.To);

    private static IEnumerable<string> DeputiesOf(DutyPlan plan, string id, Absence? absence) =>
        (absence?.Deputy is { } own ? [own] : Enumerable.Empty<string>()).Concat(plan.Deputies.TryGetValue(id, out var always) ? always : []);
}
