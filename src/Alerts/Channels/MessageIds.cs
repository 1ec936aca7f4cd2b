using System.Net.Mail;

namespace OpinionWatch.Alerts.Channels;

/// <summary>Makes Message-IDs that stay the same at every attempt (RFC 5322 §3.6.4).</summary>
public static class MessageIds
{
    /// <summary>Gives the Message-ID of a delivery, without angle brackets: <c>ID@opinionwatch.HOST</c>, HOST being that of <c>mail.from</c>.</summary>
    public static string Of(string id, AlertsOptions options) => $"{Safe(id)}@opinionwatch.{HostOf(options.Mail?.From)}";

    /// <summary>Keeps only what may stand in a dot-atom and in a file name.</summary>
    internal static string Safe(string id)
    {
        var kept = string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '.')).Trim('.');
        while (kept.Contains("..", StringComparison.Ordinal))
        {
            kept = kept.Replace("..", ".", StringComparison.Ordinal);
        }

        return kept.Length > 0 ? kept : "none";
    }

    private static string HostOf(string? from)
    {
        var host = MailAddress.TryCreate(from, out var address) ? Safe(address.Host) : "";
        return host.Length > 0 ? host : "local";
    }
}
