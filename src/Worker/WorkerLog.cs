using Microsoft.Extensions.Logging;
using OpinionWatch.Model;

namespace OpinionWatch.Worker;

/// <summary>What the worker says in the log.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1600, LogLevel.Information, "Incident {Incident} was opened at level {Level} from document {Document} of {Site}.")]
    public static partial void IncidentOpened(this ILogger log, string incident, Level level, string document, string? site);

    [LoggerMessage(1601, LogLevel.Information, "Document {Document} of {Site} joined incident {Incident} ({Outcome}).")]
    public static partial void DocumentJoined(this ILogger log, string document, string? site, string incident, DocumentOutcome outcome);

    [LoggerMessage(1602, LogLevel.Information, "Incident {Incident}: step {Step} put {Count} messages into the outbox; it was due at {DueAt:O}.")]
    public static partial void StepTaken(this ILogger log, string incident, string step, int count, DateTimeOffset dueAt);

    [LoggerMessage(1603, LogLevel.Warning, "Incident {Incident}: step {Step} was due at {DueAt:O} and is taken only now, {Delay} late.")]
    public static partial void StepLate(this ILogger log, string incident, string step, DateTimeOffset dueAt, TimeSpan delay);

    [LoggerMessage(1604, LogLevel.Error, "Incident {Incident}: {Remark} Correct contacts.yaml or escalation.yaml.")]
    public static partial void NobodyToTell(this ILogger log, string incident, string remark);

    [LoggerMessage(1605, LogLevel.Warning, "Incident {Incident}: {Remark}")]
    public static partial void RoutingRemarked(this ILogger log, string incident, string remark);

    [LoggerMessage(1606, LogLevel.Error, "What fell due for incident {Incident} could not be kept; it is tried again in {Pause}.")]
    public static partial void SweepFailed(this ILogger log, Exception exception, string incident, TimeSpan pause);

    [LoggerMessage(1607, LogLevel.Warning, "Incident {Incident}: the clock {Clock} was missed; it was due at {DueAt:O}.")]
    public static partial void ClockMissed(this ILogger log, string incident, string clock, DateTimeOffset dueAt);

    [LoggerMessage(1608, LogLevel.Information, "{Count} incidents are live after the start.")]
    public static partial void IncidentsLoaded(this ILogger log, int count);

    [LoggerMessage(1609, LogLevel.Error, "The disk cannot be written: {Why} Fetching stops until it can; make room on the volume of the data folder.")]
    public static partial void StorageDown(this ILogger log, string why);

    [LoggerMessage(1610, LogLevel.Warning, "The disk can be written again; fetching goes on.")]
    public static partial void StorageBack(this ILogger log);

    [LoggerMessage(1611, LogLevel.Information, "The daily digest due at {DueAt:O} was put into the outbox for {Count} people.")]
    public static partial void DigestQueued(this ILogger log, DateTimeOffset dueAt, int count);

    [LoggerMessage(1612, LogLevel.Error, "The background service {Service} stopped unexpectedly and is started again in {Pause}.")]
    public static partial void ServiceFailed(this ILogger log, Exception exception, string service, TimeSpan pause);

    [LoggerMessage(1614, LogLevel.Error, "The rules of the configuration in force could not be built; the last good ones go on judging. Look at lexicon/user.dict.")]
    public static partial void RulesNotBuilt(this ILogger log, Exception exception);

    [LoggerMessage(1615, LogLevel.Error, "Document {Document} of {Site} could not be judged; it is recorded as failed and the rest of its page goes on.")]
    public static partial void JudgingFailed(this ILogger log, Exception exception, string document, string? site);

    [LoggerMessage(1616, LogLevel.Error, "The page of {Site} could not be kept as evidence; what was found in it is told all the same.")]
    public static partial void EvidenceFailed(this ILogger log, Exception exception, string site);

    [LoggerMessage(1617, LogLevel.Warning, "The clock was set by {By}; everything that waits for an instant is looked at anew.")]
    public static partial void ClockSet(this ILogger log, TimeSpan by);

    [LoggerMessage(1630, LogLevel.Information, "Incident {Incident}: document {Document} was changed where it was published ({What}).")]
    public static partial void SourceChanged(this ILogger log, string incident, string document, SourceChange what);

    [LoggerMessage(1613, LogLevel.Information, "Configuration {Version} is in force: {Sites} sites, {Terms} terms.")]
    public static partial void ConfigurationInForce(this ILogger log, string version, int sites, int terms);

    [LoggerMessage(1690, LogLevel.Error, "The accounts cannot be read; those read last stay in force, and nobody is added until the file is mended.")]
    public static partial void AccountsUnreadable(this ILogger log, Exception exception);

    [LoggerMessage(1691, LogLevel.Information, "The certificate was renewed; it is good until {Until}.")]
    public static partial void CertificateRenewed(this ILogger log, DateTime until);

    [LoggerMessage(1692, LogLevel.Error, "The renewed certificate cannot be read; the one before stays in force.")]
    public static partial void CertificateUnreadable(this ILogger log, Exception exception);
}
