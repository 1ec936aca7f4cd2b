using Microsoft.Extensions.Logging;

namespace OpinionWatch.Storage;

/// <summary>What the store says in the log: 1500 to 1599.</summary>
internal static partial class StorageLog
{
    [LoggerMessage(1500, LogLevel.Information, "The store in {Folder} is open: journal at record {Records}, view caught up by {CaughtUp} records in {Milliseconds} ms.")]
    public static partial void Opened(ILogger logger, string folder, long records, long caughtUp, long milliseconds);

    [LoggerMessage(1501, LogLevel.Warning, "The last record of {File} was torn at byte {Offset}: {Bytes} bytes were cut off; nobody had been told that they were kept.")]
    public static partial void TornTailCut(ILogger logger, string file, long offset, long bytes);

    [LoggerMessage(1502, LogLevel.Critical, "The journal is shorter than it was: {Why}. The service goes on; the gap is written down, and verify will fail. Compare with the backup.")]
    public static partial void JournalGap(ILogger logger, string why);

    [LoggerMessage(1503, LogLevel.Error, "Nothing can be written to {Folder}: {Reason}. What waits is refused, what was kept stays kept; it is tried again every few seconds.")]
    public static partial void CannotWrite(ILogger logger, string folder, string reason);

    [LoggerMessage(1504, LogLevel.Warning, "The folder {Folder} can be written to again, after {Seconds} s.")]
    public static partial void CanWriteAgain(ILogger logger, string folder, long seconds);

    [LoggerMessage(1505, LogLevel.Warning, "The database {File} failed and is opened anew.")]
    public static partial void DatabaseFailed(ILogger logger, Exception exception, string file);

    [LoggerMessage(1506, LogLevel.Error, "The database {File} is damaged ({Reason}). It was moved to {Aside} and is rebuilt from the journal; nothing is lost.")]
    public static partial void ViewDamaged(ILogger logger, string file, string reason, string aside);

    [LoggerMessage(1507, LogLevel.Information, "The view was rebuilt from {Records} records of the journal in {Milliseconds} ms.")]
    public static partial void ViewRebuilt(ILogger logger, long records, long milliseconds);

    [LoggerMessage(1508, LogLevel.Error, "The frontier {File} is damaged ({Reason}). It was moved to {Aside} and begins empty: sites are visited anew, known matters are recognised by their incidents, hours of coverage before now are lost.")]
    public static partial void FrontierDamaged(ILogger logger, string file, string reason, string aside);

    [LoggerMessage(1509, LogLevel.Warning, "The view cannot follow the journal ({Records} records behind) and is tried again.")]
    public static partial void ViewBehind(ILogger logger, Exception exception, long records);

    [LoggerMessage(1510, LogLevel.Error, "Record {Sequence} of the journal does not fit what came before it and was left out of the view: {Reason}.")]
    public static partial void RecordLeftOut(ILogger logger, long sequence, string reason);

    [LoggerMessage(1511, LogLevel.Error, "The evidence file {File} has {Bytes} bytes, and the journal knows of {Known}: evidence was cut off. Run verify.")]
    public static partial void EvidenceShort(ILogger logger, string file, long bytes, long known);

    [LoggerMessage(1512, LogLevel.Error, "The evidence file {File} is missing. Run verify.")]
    public static partial void EvidenceMissing(ILogger logger, string file);

    [LoggerMessage(1514, LogLevel.Warning, "A database could not be closed cleanly: {Reason}.")]
    public static partial void CloseFailed(ILogger logger, string reason);

    [LoggerMessage(1515, LogLevel.Information, "Kept documents of {File} were removed by retention.")]
    public static partial void DocumentsPurged(ILogger logger, string file);

    [LoggerMessage(1516, LogLevel.Warning, "The outcome of an unknown delivery was kept but changes nothing.")]
    public static partial void UnknownDelivery(ILogger logger);

    [LoggerMessage(1517, LogLevel.Error, "The evidence file {File} is known to no record of the journal and cannot be the rest of a kill: it was put there. It is left as it is; verify names it.")]
    public static partial void EvidenceForeign(ILogger logger, string file);

    [LoggerMessage(1518, LogLevel.Warning, "A backup holds {File} for longer than {Seconds} s; the frontier is written all the same, and what the backup copies of it may have to be copied again.")]
    public static partial void GateHeld(ILogger logger, string file, long seconds);
}
