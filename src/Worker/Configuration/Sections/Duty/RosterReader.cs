using OpinionWatch.Model.Duty;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections.Duty;

/// <summary>Reads one roster.</summary>
internal sealed class RosterReader(PeopleReader people, TimesReader times)
{
    /// <summary>Allowed keys.</summary>
    public static readonly string[] Keys = ["shifts", "changes", "fallback"];

    private static readonly string[] ShiftKeys = ["days", "from", "to", "people", "inTurn", "since", "each"];
    private static readonly string[] TurnKeys = ["since", "each"];
    private static readonly string[] ChangeKeys = ["from", "to", "instead", "people", "why"];

    /// <summary>Reads it; what is faulty in it is left out.</summary>
    public DutyRoster Read(string id, MapReader? roster, Place place)
    {
        if (roster?.Has("shifts") != true && roster?.Has("changes") != true)
        {
            people.Reading.Faults.Error(place, $"the roster '{Shown.Of(id)}' has no shifts; write shifts: with a list as {{ days: workdays, from: \"08:30\", to: \"17:30\", people: [officer] }}");
        }

        return roster is null ? new DutyRoster { Id = id } : new DutyRoster
        {
            Id = id,
            Shifts = [.. DutySection.Entries(roster, "shifts", "{ days: workdays, from: \"08:30\", to: \"17:30\", people: [officer] }", ShiftKeys).Select(ReadShift).OfType<DutyShift>()],
            Changes = [.. DutySection.Entries(roster, "changes", "{ from: 2026-12-01, to: 2026-12-03, instead: officer, people: [office] }", ChangeKeys).Select(ReadChange).OfType<DutyChange>()],
            Fallback = people.Named(roster, "fallback", []),
        };
    }

    private DutyShift? ReadShift(MapReader shift)
    {
        var hours = TimesReader.Hours(shift, standard: null);
        var turns = ReadTurns(shift);
        var since = TimesReader.Day(shift, "since");
        var each = shift.Choice("each", ("week", false), ("day", true)) ?? false;
        if (turns.Count > 1 && !shift.Has("since"))
        {
            shift.Error("inTurn", "needs since: a day of the first turn, as since: 2026-11-23");
        }

        foreach (var key in TurnKeys.Where(key => shift.Has(key) && !shift.Has("inTurn")))
        {
            shift.Error(key, "belongs to inTurn, which is not given");
        }

        return hours is null || turns.Count == 0 ? null : new DutyShift { Hours = hours, Turns = turns, Since = since ?? new DateOnly(2026, 1, 5), ChangesDaily = each };
    }

    private List<IReadOnlyList<string>> ReadTurns(MapReader shift)
    {
        if (shift.Has("people") == shift.Has("inTurn"))
        {
            shift.Reading.Faults.Error(shift.Map.Place, "a shift has either people: [officer], always the same, or inTurn: [[officer], [office]], who take turns");
            return [];
        }

        return shift.Has("people")
            ? [people.Named(shift, "people", [])]
            : [.. shift.Items("inTurn", "[officer], [office]").Select(turn => people.OneOrMore(turn, "inTurn")).Where(turn => turn.Count > 0)];
    }

    private DutyChange? ReadChange(MapReader change)
    {
        var instead = people.Contact(change, "instead", isRequired: false);
        var named = people.Named(change, "people", []);
        var why = change.Text("why");
        if (!change.Has("people"))
        {
            change.Error("people", "is missing: who is on duty instead, as [office]");
        }

        return times.Period(change) is var (from, to) && named.Count > 0 ? new DutyChange(from, to, instead, named, why) : null;
    }
}
