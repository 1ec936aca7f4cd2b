using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Checks what one file says of another.</summary>
internal static class References
{
    /// <summary>Checks that everybody named is in the contacts, and that the channels used are set up.</summary>
    /// <param name="main">What the main file says.</param>
    /// <param name="contacts">Everybody there is.</param>
    /// <param name="escalation">Who is named there.</param>
    /// <param name="faults">Where faults go.</param>
    /// <param name="isMainWhole">The main file has no errors: what it does not say it leaves out on purpose.</param>
    public static void Check(MainSettings main, ContactBook contacts, EscalationReading escalation, FaultList faults, bool isMainWhole)
    {
        var known = contacts.Contacts.Select(contact => contact.Id).Concat(contacts.Groups.Keys).Concat(contacts.Duty.Rosters.Keys).ToList();
        var set = known.ToHashSet(StringComparer.Ordinal);
        foreach (var (text, place) in escalation.Named.Concat(main.DigestTo).Concat(main.SelfNamed).Where(named => !set.Contains(named.Text)))
        {
            faults.Error(place, $"there is no contact or group '{Shown.Of(text)}' in contacts.yaml{Suggestion.For(text, known)}; known: {Names.List(known)}");
        }

        if (main.Drill.To is { } drilled && set.Contains(drilled) && !contacts.Contacts.Any(contact => contact.Id == drilled))
        {
            faults.Error(main.SelfNamed.First(named => named.Text == drilled).Place, $"drill.to: '{Shown.Of(drilled)}' is a {(contacts.Groups.ContainsKey(drilled) ? "group" : "roster")}; a drill goes to one contact");
        }

        WarnOf(ChannelKind.Email, !isMainWhole || main.Mail is not null, "by email is used, and opinionwatch.yaml has no mail:; nothing will be mailed", escalation, faults);
        WarnOf(ChannelKind.Sms, !isMainWhole || main.Sms is not null, "by sms is used, and opinionwatch.yaml has no sms gateway; other channels are tried instead", escalation, faults);
        WarnOf(ChannelKind.Webhook, contacts.Contacts.Any(contact => contact.Webhook is not null), "by webhook is used, and no contact has a webhook; other channels are tried instead", escalation, faults);
    }

    private static void WarnOf(ChannelKind channel, bool ready, string message, EscalationReading escalation, FaultList faults)
    {
        var uses = escalation.Channels.Where(use => use.Channel == channel).ToList();
        if (!ready && uses.Count > 0)
        {
            faults.Warning(uses[0].Place, message);
        }
    }
}
