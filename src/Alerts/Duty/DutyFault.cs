using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Something that may keep an alert from reaching anybody, to be mended in daytime. A closed type.</summary>
public abstract record DutyFault
{
    private DutyFault()
    {
    }

    /// <summary>Nobody is on duty by a roster.</summary>
    /// <param name="Roster">Its id.</param>
    /// <param name="From">Since when.</param>
    /// <param name="To">Until when, as far as was looked.</param>
    /// <param name="Instead">Names of those who are told then; empty: everybody the level's steps name.</param>
    public sealed record Hole(string Roster, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Instead) : DutyFault;

    /// <summary>Nothing reaches a contact.</summary>
    /// <param name="Contact">The contact.</param>
    public sealed record Unreachable(Contact Contact) : DutyFault;

    /// <summary>No test message ever went to a contact by some of the channels that are set up.</summary>
    /// <param name="Contact">The contact.</param>
    /// <param name="Channels">The channels.</param>
    public sealed record Untested(Contact Contact, IReadOnlyList<ChannelKind> Channels) : DutyFault;

    /// <summary>The holidays of a year are not known, and rosters or quiet hours depend on them.</summary>
    /// <param name="Year">The year.</param>
    public sealed record NoCalendar(int Year) : DutyFault;
}
