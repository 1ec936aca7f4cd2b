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

    [LoggerMessage(1604, LogLevel.Error, "Incident {Incident}: {Remark} Correct duty.yaml, contacts.yaml or escalation.yaml.")]
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

    [LoggerMessage(1631, LogLevel.Error, "The desk could not decide what becomes of document {Document} of {Site}; it is recorded as failed and the rest of its page goes on.")]
    public static partial void DecidingFailed(this ILogger log, Exception exception, string document, string? site);

    [LoggerMessage(1635, LogLevel.Error, "Document {Document} of {Site} could not be compared with what is known; it is grave, and is told as a matter of its own.")]
    public static partial void NotCompared(this ILogger log, Exception exception, string document, string? site);

    [LoggerMessage(1632, LogLevel.Error, "Document {Document} of {Site} could not be judged, and no record can hold it; health names it until the restart.")]
    public static partial void FailureNotRecorded(this ILogger log, Exception exception, string document, string? site);

    [LoggerMessage(1633, LogLevel.Warning, "Document {Document} of {Site}, which could not be judged before, was judged after all ({Outcome}).")]
    public static partial void JudgedAfterAll(this ILogger log, string document, string? site, OpinionWatch.Model.DocumentOutcome outcome);

    [LoggerMessage(1634, LogLevel.Error, "Document {Document} of {Site}, which could not be judged before, met a fault when it was tried again; it is tried later, and the others go on.")]
    public static partial void RetryBroke(this ILogger log, Exception exception, string document, string? site);

    [LoggerMessage(1616, LogLevel.Error, "The page of {Site} could not be kept as evidence; what was found in it is told all the same.")]
    public static partial void EvidenceFailed(this ILogger log, Exception exception, string site);

    [LoggerMessage(1617, LogLevel.Warning, "The clock was set by {By}; everything that waits for an instant is looked at anew.")]
    public static partial void ClockSet(this ILogger log, TimeSpan by);

    [LoggerMessage(1630, LogLevel.Information, "Incident {Incident}: document {Document} was changed where it was published ({What}).")]
    public static partial void SourceChanged(this ILogger log, string incident, string document, SourceChange what);

    [LoggerMessage(1640, LogLevel.Error, "The service does not turn, and the heartbeat stops: {Why}.")]
    public static partial void HeartStands(this ILogger log, string why);

    [LoggerMessage(1641, LogLevel.Warning, "Everything turns again; the heartbeat goes on.")]
    public static partial void HeartBeatsAgain(this ILogger log);

    [LoggerMessage(1642, LogLevel.Error, "The heartbeat could not be written into the data folder; the watchdog will take the service for dead.")]
    public static partial void HeartbeatNotWritten(this ILogger log, Exception exception);

    [LoggerMessage(1643, LogLevel.Warning, "The address of heartbeat.url does not answer as it should: {Why}. The service goes on.")]
    public static partial void PingFailed(this ILogger log, string why);

    [LoggerMessage(1644, LogLevel.Information, "The address of heartbeat.url answers again.")]
    public static partial void PingBack(this ILogger log);

    [LoggerMessage(1650, LogLevel.Error, "The watchdog tells: {Subject}")]
    public static partial void WatchdogTells(this ILogger log, string subject);

    [LoggerMessage(1651, LogLevel.Information, "The watchdog's message went to {Contact} by {Channel}.")]
    public static partial void WatchdogSent(this ILogger log, string contact, ChannelKind channel);

    [LoggerMessage(1652, LogLevel.Error, "The watchdog's message did not go to {Contact} by {Channel}: {Why}")]
    public static partial void WatchdogNotSent(this ILogger log, string contact, ChannelKind channel, string why);

    [LoggerMessage(1653, LogLevel.Error, "The watchdog has nobody to tell: no contact can be reached by mail, SMS or robot. Correct contacts.yaml, mail: and sms:.")]
    public static partial void WatchdogHasNoWay(this ILogger log);

    [LoggerMessage(1654, LogLevel.Warning, "The configuration has a fault, and the watchdog works with its copy of the last good one: {Fault}")]
    public static partial void WatchdogUsesCopy(this ILogger log, string fault);

    [LoggerMessage(1655, LogLevel.Error, "The configuration has a fault, and the watchdog has no copy of a good one; it can tell nobody: {Fault}")]
    public static partial void WatchdogHasNoConfiguration(this ILogger log, string fault);

    [LoggerMessage(1656, LogLevel.Warning, "What the watchdog knows could not be kept; started anew it may tell once more.")]
    public static partial void WatchdogMemoryNotKept(this ILogger log, Exception exception);

    [LoggerMessage(1657, LogLevel.Error, "A look of the watchdog failed; the next one comes.")]
    public static partial void WatchdogLookFailed(this ILogger log, Exception exception);

    [LoggerMessage(1660, LogLevel.Information, "Drill {Drill} to {Contact} begins, asked for by {By}.")]
    public static partial void DrillBegins(this ILogger log, string drill, string contact, string by);

    [LoggerMessage(1661, LogLevel.Information, "Drill {Drill} ends: {State}. {Why}")]
    public static partial void DrillEnds(this ILogger log, string drill, Drill.DrillState state, string why);

    [LoggerMessage(1662, LogLevel.Warning, "The weekly drill due at {DueAt:O} is left out: the service was down then. The next one comes a week later; drill --to makes up for it.")]
    public static partial void DrillMissed(this ILogger log, DateTimeOffset dueAt);

    [LoggerMessage(1663, LogLevel.Error, "Drill {Drill} met a fault and ends as lost.")]
    public static partial void DrillBroke(this ILogger log, Exception exception, string drill);

    [LoggerMessage(1664, LogLevel.Error, "The folder by which drills are asked for does not do: {What} cannot be written or removed. The weekly drill goes on; give the folder drill/ of the data folder to the service's user.")]
    public static partial void DrillMailStuck(this ILogger log, Exception exception, string what);

    [LoggerMessage(1670, LogLevel.Error, "The service alarms on its own account, {Key}: {Count} messages.")]
    public static partial void SelfAlarmRaised(this ILogger log, string key, int count);

    [LoggerMessage(1636, LogLevel.Warning, "Document {Document} of {Site}, which could not be judged before, is not in the store any more: it is not tried again, and nobody was told of it.")]
    public static partial void FailureGone(this ILogger log, string document, string? site);

    [LoggerMessage(1639, LogLevel.Information, "Incident {Incident}: {Remark}")]
    public static partial void StoodIn(this ILogger log, string incident, string remark);

    [LoggerMessage(1675, LogLevel.Error, "The ledger of the hour from {Hour:O} does not add up: {Why}")]
    public static partial void LedgerDiffers(this ILogger log, DateTimeOffset hour, string why);

    [LoggerMessage(1618, LogLevel.Warning, "The anchor of the audit chain could not be written; the next one is tried tomorrow or with the next digest.")]
    public static partial void AnchorNotWritten(this ILogger log, Exception exception);

    [LoggerMessage(1690, LogLevel.Warning, "{Count} faults of duty roster and people's channels were told to {People} people.")]
    public static partial void DutyTold(this ILogger log, int count, int people);

    [LoggerMessage(1691, LogLevel.Error, "The key that signs the links of alert mails could not be {What}: {Why}. A new one is used; links in mails sent before no longer open.")]
    public static partial void KeyRenewed(this ILogger log, string what, string why);

    [LoggerMessage(1613, LogLevel.Information, "Configuration {Version} is in force: {Sites} sites, {Terms} terms.")]
    public static partial void ConfigurationInForce(this ILogger log, string version, int sites, int terms);

    [LoggerMessage(1692, LogLevel.Error, "The accounts cannot be read; those read last stay in force, and nobody is added until the file is mended.")]
    public static partial void AccountsUnreadable(this ILogger log, Exception exception);

    [LoggerMessage(1693, LogLevel.Information, "The certificate was renewed; it is good until {Until}.")]
    public static partial void CertificateRenewed(this ILogger log, DateTime until);

    [LoggerMessage(1694, LogLevel.Error, "The renewed certificate cannot be read; the one before stays in force.")]
    public static partial void CertificateUnreadable(this ILogger log, Exception exception);
}
