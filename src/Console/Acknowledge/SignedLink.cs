using OpinionWatch.Alerts.Links;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>Opens signed links. A person who is no longer in the contacts acknowledges nothing by an old mail.</summary>
internal sealed class SignedLink(AcknowledgeTokens tokens, IIncidentBoard board, ICurrent<ContactBook> contacts, TimeProvider time)
{
    public async Task<LinkOpened> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(token) is not { } ticket)
        {
            return LinkOpened.Bad.Altered;
        }

        if (time.GetUtcNow() >= ticket.ExpiresAt)
        {
            return LinkOpened.Bad.Expired;
        }

        return contacts.Value.Find(ticket.ContactId) is { } contact && await board.FindAsync(ticket.IncidentId, cancellationToken) is { } incident
            ? new LinkOpened.Good(incident, contact)
            : LinkOpened.Bad.Gone;
    }
}
