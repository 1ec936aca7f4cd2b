using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>Names one address of a contact without saying it, so that a test of it can be remembered and an edit of it asks for another.</summary>
public static class ChannelMark
{
    /// <summary>Gives the mark of a contact's address on a channel; of one without address the mark of none.</summary>
    public static string Of(Contact contact, ChannelKind channel)
    {
        var address = channel switch
        {
            ChannelKind.Email => contact.Email,
            ChannelKind.Sms => contact.Phone,
            _ => contact.Webhook?.Url.AbsoluteUri,
        };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{contact.Id}\n{channel}\n{address?.Trim()}"));
        return $"{contact.Id} {channel} {Convert.ToHexStringLower(hash)[..16]}";
    }
}
