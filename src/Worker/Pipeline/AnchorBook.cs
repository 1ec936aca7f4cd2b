using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Storage;
using OpinionWatch.Storage.Journal;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Writes the head of the audit chain into a file of anchors (锚点), once a day and with each digest.</summary>
/// <remarks>The file helps only where a copy of it, or the digest, lies elsewhere: whoever can write the data folder can write it too.</remarks>
internal sealed class AnchorBook(EmbeddedStore store, ConfigurationInForce configuration, TimeProvider time, ILogger<AnchorBook> log)
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "anchors.txt";

    private DateOnly? _day;

    /// <summary>Appends today's anchor unless it was.</summary>
    public void AppendOncePerDay()
    {
        var today = Today();
        _day ??= LastDay();
        if (_day != today)
        {
            // A day ahead of today is one of a clock that ran ahead.
            Append();
        }
    }

    /// <summary>Appends the head of the chain as it is now.</summary>
    /// <returns>The anchor; null while the chain is empty.</returns>
    public AuditAnchor? Append()
    {
        if (store.Head is not { } head)
        {
            return null;
        }

        try
        {
            var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), configuration.Current.TimeZone);
            File.AppendAllText(PathOf(configuration.Current.DataFolder), string.Create(CultureInfo.InvariantCulture, $"{local:yyyy-MM-ddTHH:mm:sszzz} {head}\n"));
            _day = Today();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.AnchorNotWritten(fault);
        }

        return head;
    }

    /// <summary>Gives the file of a data folder.</summary>
    public static string PathOf(string data) => Path.Combine(data, FileName);

    private DateOnly Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), configuration.Current.TimeZone).DateTime);

    private DateOnly LastDay()
    {
        var file = new FileInfo(PathOf(configuration.Current.DataFolder));
        return file.Exists ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), configuration.Current.TimeZone).DateTime) : DateOnly.MinValue;
    }
}
