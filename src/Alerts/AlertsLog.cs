using Microsoft.Extensions.Logging;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts;

/// <summary>What Alerts writes to the log: ids and numbers, never an address, a text or a secret.</summary>
internal static partial class AlertsLog
{
    [LoggerMessage(1400, LogLevel.Information, "Channel {Channel} was built from the settings in force.")]
    public static partial void ChannelBuilt(ILogger log, ChannelKind channel);

    [LoggerMessage(1401, LogLevel.Information, "Message {MessageId} with {Count} alerts was handed over by {Channel} at attempt {Attempt}.")]
    public static partial void HandedOver(ILogger log, string messageId, int count, ChannelKind channel, int attempt);

    [LoggerMessage(1402, LogLevel.Warning, "Message {MessageId} was not handed over by {Channel} at attempt {Attempt}: {Reason}. The next attempt is at {NextAttemptAt}.")]
    public static partial void FailedForNow(ILogger log, string messageId, ChannelKind channel, int attempt, string reason, DateTimeOffset nextAttemptAt);

    [LoggerMessage(1403, LogLevel.Error, "Message {MessageId} was given up by {Channel} at attempt {Attempt}: {Reason}. It is a dead letter now.")]
    public static partial void GivenUp(ILogger log, string messageId, ChannelKind channel, int attempt, string reason);

    [LoggerMessage(1404, LogLevel.Error, "The outbox could not be read; it is tried again at {NextAttemptAt}.")]
    public static partial void OutboxUnreadable(ILogger log, DateTimeOffset nextAttemptAt, Exception exception);

    [LoggerMessage(1405, LogLevel.Error, "What became of message {MessageId} could not be recorded; it is held and tried again in {Wait}.")]
    public static partial void RecordFailed(ILogger log, string messageId, TimeSpan wait, Exception exception);

    [LoggerMessage(1406, LogLevel.Error, "Channel {Channel} threw instead of giving an outcome for message {MessageId}.")]
    public static partial void ChannelThrew(ILogger log, ChannelKind channel, string messageId, Exception exception);

    [LoggerMessage(1407, LogLevel.Warning, "Alert {AlertId} failed by {Failed}; alert {FallbackId} tries {Channel}.")]
    public static partial void FellBack(ILogger log, string alertId, ChannelKind failed, string fallbackId, ChannelKind channel);

    [LoggerMessage(1408, LogLevel.Error, "The other channel for alert {AlertId} could not be put in the outbox.")]
    public static partial void FallbackFailed(ILogger log, string alertId, Exception exception);

    [LoggerMessage(1409, LogLevel.Information, "{Count} alerts to {Contact} wait until {Until}: the limit per person is reached.")]
    public static partial void Held(ILogger log, int count, string contact, DateTimeOffset until);

    [LoggerMessage(1410, LogLevel.Information, "Channel {Channel} works again; what waits for it is tried at once.")]
    public static partial void ChannelRecovered(ILogger log, ChannelKind channel);

    [LoggerMessage(1411, LogLevel.Warning, "The service stops with {Count} messages in hand; they go out again, under the same ids, after the start.")]
    public static partial void LeftInHand(ILogger log, int count);

    [LoggerMessage(1412, LogLevel.Information, "{Count} reminders that waited in the outbox had become needless and were taken back.")]
    public static partial void Withdrew(ILogger log, int count);

    [LoggerMessage(1414, LogLevel.Information, "{Count} receipts came: {Changed} deliveries changed, {Unknown} receipts are of messages not known.")]
    public static partial void ReceiptsTaken(ILogger log, int count, int changed, int unknown);

    [LoggerMessage(1415, LogLevel.Warning, "For {Count} text messages no receipt came within {Within}; they were told by another channel.")]
    public static partial void NoReceipt(ILogger log, int count, TimeSpan within);

    [LoggerMessage(1416, LogLevel.Error, "Text messages without receipt could not be looked for.")]
    public static partial void ReceiptWatchFailed(ILogger log, Exception exception);

    [LoggerMessage(1417, LogLevel.Information, "A reply to a text message came: {Outcome}.")]
    public static partial void ReplyTaken(ILogger log, Receipts.ReplyOutcome outcome);

    [LoggerMessage(1418, LogLevel.Warning, "A reply asks for no more text messages (contacts: {Contacts}); the provider may block the number from now on. Ask the person, and have the number unblocked.")]
    public static partial void Unsubscribed(ILogger log, string contacts);

    [LoggerMessage(1419, LogLevel.Error, "A reply to a text message could not be taken; the gateway is asked to post it again.")]
    public static partial void ReplyFailed(ILogger log, Exception exception);

    [LoggerMessage(1420, LogLevel.Error, "Incident {Incident} could not be read, so nobody can say whether its reminders are still needed; they are looked at again soon.")]
    public static partial void NotJudged(ILogger log, string incident, Exception exception);

    [LoggerMessage(1421, LogLevel.Error, "{Count} needless reminders could not be taken out of the outbox; they are held back and looked at again soon.")]
    public static partial void NotWithdrawn(ILogger log, int count, Exception exception);

    [LoggerMessage(1440, LogLevel.Information, "{Count} messages of low levels wait for the end of their receivers' quiet hours.")]
    public static partial void HeldQuiet(ILogger log, int count);

    [LoggerMessage(1441, LogLevel.Error, "{Count} messages that wait for the end of quiet hours could not be recorded; they are held back and looked at again soon.")]
    public static partial void QuietNotRecorded(ILogger log, int count, Exception exception);

    [LoggerMessage(1413, LogLevel.Error, "What is due to {Contact} could not be planned; it is tried again at {NextAttemptAt}.")]
    public static partial void PersonFailed(ILogger log, string contact, DateTimeOffset nextAttemptAt, Exception exception);
}
