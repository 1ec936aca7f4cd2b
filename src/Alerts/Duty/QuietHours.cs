using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Says until when a message is held because its receiver is left in peace (免打扰). Pure.</summary>
public static class QuietHours
{
    /// <summary>Nothing is held longer, however the rules follow each other.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <summary>Gives the instant a message may go out; null when it may at once. Critical and major ones, digests and tests always may.</summary>
    /// <param name="book">The duty plan.</param>
    /// <param name="contact">Id of the receiver.</param>
    /// <param name="level">Level of the message.</param>
    /// <param name="at">The instant it would go out.</param>
    public static DateTimeOffset? HeldUntil(ContactBook book, string contact, Level level, DateTimeOffset at)
    {
        if (level is not (Level.General or Level.Watch))
        {
            return null;
        }

        var rules = book.Duty.Quiet.Where(rule => rule.Levels.Contains(level) && (rule.Contacts.Count == 0 || rule.Contacts.Contains(contact))).ToList();
        var until = at;
        while (until - at < Longest && EndAt(book.Duty, rules, until) is { } end && end > until)
        {
            // The end of one may lie in another: a night, and the holiday that follows it.
            until = end - at < Longest ? end : at + Longest;
        }

        return until > at ? until : null;
    }

    private static DateTimeOffset? EndAt(DutyPlan plan, List<QuietRule> rules, DateTimeOffset at)
    {
        var local = WallClock.At(at, plan.TimeZone);
        var ends = rules
            .Select(rule => rule.Hours.DayHolding(local, plan.Calendar) is { } day ? rule.Hours.EndOf(day) : (DateTime?)null)
            .Max();
        return ends is { } end ? WallClock.InstantOf(end, plan.TimeZone) : null;
    }
}
