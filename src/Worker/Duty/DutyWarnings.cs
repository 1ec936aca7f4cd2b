using System.Globalization;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Duty;

/// <summary>Says faults of roster and channels as <c>check</c> does: file, line and column of the roster or contact.</summary>
internal static class DutyWarnings
{
    /// <summary>Gives a warning each.</summary>
    /// <param name="faults">What is wrong.</param>
    /// <param name="reading">Knows where rosters and contacts stand.</param>
    /// <param name="folder">The configuration folder, for what stands nowhere.</param>
    public static IEnumerable<ConfigurationFault> Of(IEnumerable<DutyFault> faults, ConfigurationReading reading, string folder)
    {
        var zone = reading.Configuration!.TimeZone;
        return faults.Select(fault => fault switch
        {
            DutyFault.Hole hole => At(hole.Roster, $"nobody is on duty by the roster '{hole.Roster}' from {Local(hole.From)} to {Local(hole.To)}; add a shift or a change"),
            DutyFault.Unreachable nothing => At(nothing.Contact.Id, $"no channel that is set up reaches the contact '{nothing.Contact.Id}'; give an email, phone or webhook that one serves"),
            DutyFault.Untested untested => At(untested.Contact.Id, $"no test message ever went to the contact '{untested.Contact.Id}' by {string.Join(", ", untested.Channels.Select(channel => channel.ToString().ToLowerInvariant()))}; run: opinionwatch notify-test --to {untested.Contact.Id}"),
            DutyFault.NoCalendar missing => Warning(Place.StartOf(Path.Combine(folder, "holidays")), $"the holidays and make-up workdays of {missing.Year.ToString(CultureInfo.InvariantCulture)} are missing; Monday to Friday are taken for workdays; write holidays/{missing.Year.ToString(CultureInfo.InvariantCulture)}.yaml"),
            _ => throw new InvalidOperationException($"The fault {fault.GetType().Name} is not known."),
        });

        string Local(DateTimeOffset at) => WallClock.At(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

        ConfigurationFault At(string id, string message) => Warning(reading.Defined.TryGetValue(id, out var place) ? place : Place.StartOf(folder), message);
    }

    private static ConfigurationFault Warning(Place place, string message) => new(place.File, place.Line, place.Column, FaultSeverity.Warning, message);
}
