using MimeKit;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels.Email;

/// <summary>Writes mails as .eml files into a folder that another program empties, or a person reads.</summary>
/// <remarks>A file appears whole or not at all. Its name comes from the Message-ID, so that a repeat overwrites instead of doubling.</remarks>
public sealed class PickupChannel(MailOptions options) : IChannel
{
    /// <inheritdoc/>
    public ChannelKind Kind => ChannelKind.Email;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (MailComposer.FindRecipient(message.Address) is not { } to)
        {
            return new SendOutcome.GiveUp("收件地址不是有效的邮箱地址");
        }

        try
        {
            using var mail = MailComposer.Compose(options, message, to);
            await WriteAsync(mail, MessageIds.Safe(message.MessageId), cancellationToken);
            return new SendOutcome.Sent();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ParseException)
        {
            return new SendOutcome.TryLater($"投递目录不可写：{e.GetType().Name}") { ChannelDown = true };
        }
    }

    private async Task WriteAsync(MimeMessage mail, string name, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(options.Pickup!).FullName;
        var half = Path.Combine(folder, $".{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await mail.WriteToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(half, Path.Combine(folder, name + ".eml"), overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }
    }
}
