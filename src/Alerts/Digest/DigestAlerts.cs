using OpinionWatch.Alerts.Channels;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Makes the mails of a digest for the outbox. Their ids follow from period and person, so that one digest goes to a person once.</summary>
public static class DigestAlerts
{
    /// <summary>The step of a digest's alerts.</summary>
    public const string Step = "digest";

    /// <summary>Makes one mail for each contact that has an address.</summary>
    /// <param name="text">The digest.</param>
    /// <param name="to">First instant after its period; part of the ids.</param>
    /// <param name="contacts">Who gets it.</param>
    /// <param name="options">Sender.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<Alert> For(DigestText text, DateTimeOffset to, IEnumerable<Contact> contacts, AlertsOptions options, DateTimeOffset now) =>
    [
        .. contacts.Where(c => !string.IsNullOrEmpty(c.Email)).DistinctBy(c => c.Id).Select(contact =>
        {
            var id = $"digest-{to.UtcDateTime:yyyyMMddHHmm}-{contact.Id}";
            return new Alert
            {
                Id = id,
                MessageId = MessageIds.Of(id, options),
                Step = Step,
                Contact = contact.Id,
                Channel = ChannelKind.Email,
                Address = contact.Email!,
                DueAt = to,
                CreatedAt = now,
                Subject = text.Subject,
                Text = text.Text,
                Html = text.Html,
            };
        })
    ];
}
