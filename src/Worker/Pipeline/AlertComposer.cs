using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Duty;
using OpinionWatch.Alerts.Links;
using OpinionWatch.Alerts.Policy;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Turns the steps an incident has reached into messages with words, and into the changes that say they were taken.</summary>
internal static class AlertComposer
{
    /// <summary>Composes what is due.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="configuration">What is in force.</param>
    /// <param name="tokens">Makes the links that acknowledge.</param>
    /// <param name="own">The present by the incident's own time (<see cref="IncidentTime"/>), which says what is due.</param>
    /// <param name="now">The present by the machine's clock, which says when messages are sent.</param>
    public static Composed Compose(Incident incident, WatchConfiguration configuration, AcknowledgeTokens tokens, DateTimeOffset own, DateTimeOffset now)
    {
        configuration = Drill.DrillPolicy.For(incident, configuration);
        var due = EscalationClock.Due(configuration.Escalation, incident, own);
        if (due.Count == 0)
        {
            return Composed.Nothing;
        }

        var routing = AlertRouter.Route(incident, due, configuration.Contacts, configuration.Escalation, configuration.Alerts.Channels, now, () => Guid.CreateVersion7(now).ToString("n"));
        var names = SourceNames.Of(configuration);

        // A step that reaches nobody is not taken: once the contacts or channels are mended it is told, late.
        var reached = due.Where(step => routing.Drafts.Any(draft => draft.Due == step)).ToList();
        return new Composed(
            reached,
            [.. reached.Select(step => step.TakenAt(incident, own) with { At = now })],
            [.. routing.Drafts.Select(draft => ToAlert(draft, incident, configuration, names, tokens, own, now))],
            routing.Remarks);
    }

    private static Alert ToAlert(AlertDraft draft, Incident incident, WatchConfiguration configuration, IReadOnlyDictionary<string, string> names, AcknowledgeTokens tokens, DateTimeOffset own, DateTimeOffset now)
    {
        var heldUntil = QuietHours.HeldUntil(configuration.Contacts, draft.Contact.Id, incident.Level, now);
        var words = AlertTexts.Render(new AlertOccasion
        {
            Incident = incident,
            Step = draft.Due.Step,
            Occurrence = draft.Due.Occurrence,
            Late = draft.Due.Late,
            Delay = own - draft.Due.DueAt + ((heldUntil ?? now) - now),
            HeldSince = heldUntil is null ? null : now,
            Contact = draft.Contact,
            Channel = draft.Channel,
            Policy = configuration.Escalation,
            Options = configuration.Alerts,
            Tokens = tokens,
            SourceNames = names,
            Now = heldUntil ?? now,
            Lead = own - now,
        });
        return new Alert
        {
            Id = draft.Id,
            MessageId = MessageIds.Of(draft.Id, configuration.Alerts),
            IncidentId = incident.Id,
            Level = incident.Level,
            Step = draft.Due.Step.Key,
            Contact = draft.Contact.Id,
            Channel = draft.Channel,
            Address = draft.Address,
            DueAt = draft.Due.DueAt,
            CreatedAt = now,
            HeldUntil = heldUntil,
            Late = draft.Due.Late,
            First = draft.First,
            Subject = words.Subject,
            Text = words.Text,
            Html = words.Html,
            Parts = words.Parts,
        };
    }
}
