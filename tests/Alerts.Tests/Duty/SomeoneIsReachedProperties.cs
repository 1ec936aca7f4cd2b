#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Alerts.Tests.Policy;
using OpinionWatch.Model;
using OpinionWatch.Model.Duty;

namespace OpinionWatch.Alerts.Tests.Duty;

/// <summary>Whatever the roster says: as long as anything reaches anybody, a step reaches somebody.</summary>
public sealed class SomeoneIsReachedProperties
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "mute"];

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void A_step_never_reaches_nobody_while_any_contact_has_a_channel(int seed, ushort hours)
    {
        // The generator only picks; everything follows from the seed.
        var random = new Random(seed);
        var now = Office.At("2026-09-18 00:00").AddHours(hours % 10_000).AddMinutes(seed % 60);
        var book = Anything(random, now);
        var channels = random.Next(2) == 0 ? new HashSet<ChannelKind> { ChannelKind.Email } : [ChannelKind.Email, ChannelKind.Sms];
        var step = Night.After(0) with { Notify = Some(random, [.. Ids, "pair", "onDuty", "ghost"]), By = [ChannelKind.Sms] };

        var routing = AlertRouter.Route(Night.Of(Level.Critical), [new DueStep(step, "critical/after-0", 0, now, false)], book, Night.With(Level.Critical, step), channels, now, () => "id");

        var reachable = book.Contacts.Any(contact => AlertRouter.CanBeReached(contact, channels));
        Assert.That(routing.Drafts, reachable ? Is.Not.Empty : Is.Empty);
        Assert.That(routing.Drafts.Select(draft => draft.Address), Has.All.Not.Empty);
    }

    private static ContactBook Anything(Random random, DateTimeOffset now)
    {
        var book = Office.Book(Office.Roster([.. Enumerable.Range(0, random.Next(3)).Select(_ => Shift(random))]) with
        {
            Fallback = random.Next(2) == 0 ? [] : Some(random, Ids),
            Changes = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new DutyChange(now.AddHours(-random.Next(50)), now.AddHours(random.Next(50)), random.Next(2) == 0 ? null : Ids[random.Next(5)], Some(random, Ids), null))],
        });
        return book with
        {
            Contacts = [.. book.Contacts.Select(contact => random.Next(3) == 0 ? contact with { Email = null } : contact)],
            Duty = book.Duty with
            {
                Absences = [.. Enumerable.Range(0, random.Next(6)).Select(_ => new Absence(Ids[random.Next(5)], now.AddHours(-random.Next(50)), now.AddHours(random.Next(50)), random.Next(2) == 0 ? null : Ids[random.Next(5)]))],
                Deputies = Ids.Where(_ => random.Next(2) == 0).ToDictionary(id => id, _ => Some(random, Ids)),
                Quiet = [new QuietRule(Office.Span(DutyDays.Daily, "00:00", "00:00"), Enum.GetValues<Level>().ToHashSet(), new HashSet<string>())],
            },
        };
    }

    private static DutyShift Shift(Random random)
    {
        var days = random.Next(3) switch { 0 => DutyDays.Daily, 1 => Office.Workdays, _ => Office.DaysOff };
        return Office.InTurn(days, $"{random.Next(24):00}:00", $"{random.Next(24):00}:30", new DateOnly(2026, 1, 1 + random.Next(28)), random.Next(2) == 0, [.. Some(random, [.. Ids, "pair"])]);
    }

    private static IReadOnlyList<string> Some(Random random, string[] ids) => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => ids[random.Next(ids.Length)])];
}
