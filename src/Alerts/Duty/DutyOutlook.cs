using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Looks ahead for what would keep an alert from reaching anybody. Pure.</summary>
public static class DutyOutlook
{
    /// <summary>Most holes of one roster that are listed.</summary>
    private const int MostHoles = 10;

    /// <summary>Lists what is wrong from <paramref name="now"/> on, as far as the plan looks ahead: holes first, then contacts nothing reaches, channels never tested, years without calendar.</summary>
    /// <param name="book">Contacts and duty plan.</param>
    /// <param name="channels">Channels that are set up.</param>
    /// <param name="tested">Marks of channels a test message went out by (<see cref="ChannelMark"/>).</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<DutyFault> Look(ContactBook book, IReadOnlySet<ChannelKind> channels, IReadOnlySet<string> tested, DateTimeOffset now) =>
    [
        .. book.Duty.Rosters.Values.OrderBy(roster => roster.Id, StringComparer.Ordinal).SelectMany(roster => HolesOf(book, roster, channels, now)),
        .. book.Contacts.Where(contact => !AlertRouter.CanBeReached(contact, channels)).Select(contact => new DutyFault.Unreachable(contact)),
        .. book.Contacts.Select(contact => new DutyFault.Untested(contact, UntestedOf(contact, channels, tested))).Where(fault => fault.Channels.Count > 0),
        .. YearsMissing(book.Duty, now).Select(year => new DutyFault.NoCalendar(year)),
    ];

    private static IEnumerable<DutyFault> HolesOf(ContactBook book, DutyRoster roster, IReadOnlySet<ChannelKind> channels, DateTimeOffset now)
    {
        var instead = book.Resolve(roster.Fallback).Select(contact => contact.Name).ToList();
        return RosterHoles.Find(book, roster, now, now + book.Duty.LookAhead, contact => AlertRouter.CanBeReached(contact, channels))
            .Take(MostHoles)
            .Select(hole => new DutyFault.Hole(roster.Id, hole.From, hole.To, instead));
    }

    private static List<ChannelKind> UntestedOf(Contact contact, IReadOnlySet<ChannelKind> channels, IReadOnlySet<string> tested) =>
        [.. Enum.GetValues<ChannelKind>().Where(channel => channels.Contains(channel) && AlertRouter.AddressOf(contact, channel) is not null && !tested.Contains(ChannelMark.Of(contact, channel)))];

    private static IEnumerable<int> YearsMissing(DutyPlan plan, DateTimeOffset now)
    {
        var spans = plan.Rosters.Values.SelectMany(roster => roster.Shifts).Select(shift => shift.Hours).Concat(plan.Quiet.Select(rule => rule.Hours));
        return spans.Any(hours => hours.Days.NeedCalendar)
            ? new[] { now, now + plan.LookAhead }.Select(at => WallClock.At(at, plan.TimeZone).Year).Distinct().Where(year => !plan.Calendar.Years.Contains(year))
            : [];
    }
}
