using System.Globalization;
using LiteDB;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Ledger;
using OpinionWatch.Storage.State;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>Kept documents, a file a month (UTC, by the time kept), so that no file grows beyond what LiteDB is quick with and retention removes a whole file.</summary>
internal sealed class DocumentFiles(string folder, ILogger logger) : IDisposable
{
    private const string Rows = "documents";
    private const string Prefix = "documents-";
    private const int OpenFiles = 3;
    private readonly Dictionary<string, LiteFile> _files = [];
    private readonly Lock _lock = new();

    /// <summary>Writes documents, by their sequence; on disk when it returns.</summary>
    public void Put(IEnumerable<StoredDocument> documents)
    {
        foreach (var month in documents.GroupBy(document => NameOf(document.At)).ToList())
        {
            Run(month.Key, file =>
            {
                file.Write(database =>
                {
                    var rows = database.GetCollection(Rows);
                    foreach (var document in month)
                    {
                        var row = Payload.Row(document);
                        row["_id"] = document.Sequence;
                        row["t"] = document.At.UtcTicks;
                        rows.Upsert(row);
                    }
                });
                return true;
            });
        }
    }

    /// <summary>Lists the documents of a period, oldest first.</summary>
    public IReadOnlyList<StoredDocument> List(DateTimeOffset from, DateTimeOffset to, int limit)
    {
        var found = new List<StoredDocument>();
        foreach (var name in ListNames().Where(name => string.CompareOrdinal(name, NameOf(from)) >= 0 && string.CompareOrdinal(name, NameOf(to)) <= 0))
        {
            if (found.Count < limit)
            {
                found.AddRange(Run(name, file => file.Run(database => List(database, from, to, limit - found.Count))));
            }
        }

        return found;
    }

    /// <summary>Lists what the ledger needs of the documents of a period; one text at a time is held.</summary>
    public IReadOnlyList<KeptTrace> ListTraces(DateTimeOffset from, DateTimeOffset to) =>
    [
        .. ListNames()
            .Where(name => string.CompareOrdinal(name, NameOf(from)) >= 0 && string.CompareOrdinal(name, NameOf(to)) <= 0)
            .SelectMany(name => Run(name, file => file.Run(database => ListTraces(database, from, to)))),
    ];

    /// <summary>Lists documents behind a sequence, month by month.</summary>
    public IReadOnlyList<StoredDocument> ListAfter(long after, DateTimeOffset since, int limit)
    {
        var found = new List<StoredDocument>();
        foreach (var name in ListNames().Where(name => string.CompareOrdinal(name, NameOf(since)) >= 0))
        {
            if (found.Count < limit)
            {
                found.AddRange(Run(name, file => file.Run(database => ListAfter(database, after, limit - found.Count))));
            }
        }

        return found;
    }

    /// <summary>Gives the first instant of the oldest month; null when there is none.</summary>
    public DateTimeOffset? FindOldest() => ListNames() is [var oldest, ..] && DateTime.TryParseExact(oldest[Prefix.Length..] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        ? new DateTimeOffset(first, TimeSpan.Zero)
        : null;

    /// <summary>Removes the files of the months that ended before an instant.</summary>
    /// <returns>The months removed.</returns>
    public IReadOnlyList<string> Purge(DateTimeOffset before)
    {
        var purged = ListNames().Where(name => string.CompareOrdinal(name, NameOf(before)) < 0).ToList();
        foreach (var name in purged)
        {
            lock (_lock)
            {
                Forget(name);
                File.Delete(PathOf(name));
                File.Delete(Path.Combine(folder, name + "-log.db"));
            }

            StorageLog.DocumentsPurged(logger, name);
        }

        return purged;
    }

    /// <summary>Finds the first of some months whose file is missing; null when none is.</summary>
    public string? FindMissing(IEnumerable<string> months) => months.FirstOrDefault(month => !File.Exists(PathOf(month)));

    /// <summary>Moves every file aside, to be written anew from the journal.</summary>
    public void MoveAside()
    {
        foreach (var name in ListNames())
        {
            Run(name, file => file.MoveAside());
        }
    }

    /// <summary>Reads every row of every file; says what is wrong first, null when nothing is.</summary>
    public string? FindDamage() => ListNames().Select(name => Run(name, file => file.FindDamage())).FirstOrDefault(damage => damage is not null);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_lock)
        {
            _files.Keys.ToList().ForEach(Forget);
        }
    }

    private static List<StoredDocument> List(LiteDatabase database, DateTimeOffset from, DateTimeOffset to, int limit) =>
        [.. database.GetCollection(Rows).Query()
            .Where(Query.And(Query.GTE("$.t", from.UtcTicks), Query.LT("$.t", to.UtcTicks)))
            .OrderBy("$.t")
            .Limit(limit)
            .ToEnumerable()
            .Select(Payload.Read<StoredDocument>)
            .OrderBy(document => document.At)
            .ThenBy(document => document.Sequence)];

    private static List<KeptTrace> ListTraces(LiteDatabase database, DateTimeOffset from, DateTimeOffset to) =>
        [.. database.GetCollection(Rows)
            .Find(Query.And(Query.GTE("$.t", from.UtcTicks), Query.LT("$.t", to.UtcTicks)))
            .Select(row => TraceOf(Payload.Read<StoredDocument>(row)))];

    /// <summary>Gives what the ledger needs of a document.</summary>
    public static KeptTrace TraceOf(StoredDocument stored) => new(stored.Sequence, stored.Document.Document.Id, stored.Document.Document.Site, stored.Document.Document.FetchedAt, stored.Document.Outcome);

    private static List<StoredDocument> ListAfter(LiteDatabase database, long after, int limit) =>
        [.. database.GetCollection(Rows).Find(Query.GT("_id", after), 0, limit).Select(Payload.Read<StoredDocument>).OrderBy(document => document.Sequence)];

    /// <summary>Gives the name of the month an instant lies in.</summary>
    public static string NameOf(DateTimeOffset at) => Prefix + at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private IReadOnlyList<string> ListNames() =>
        [.. Directory.EnumerateFiles(folder, Prefix + "????-??.db").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    private string PathOf(string name) => Path.Combine(folder, name + ".db");

    private T Run<T>(string name, Func<LiteFile, T> work)
    {
        lock (_lock)
        {
            if (!_files.TryGetValue(name, out var file))
            {
                if (_files.Count >= OpenFiles)
                {
                    Forget(_files.Keys.Order(StringComparer.Ordinal).First());
                }

                file = new LiteFile(PathOf(name), database => database.GetCollection(Rows).EnsureIndex("t", "$.t"), logger);
                _files[name] = file;
            }

            return work(file);
        }
    }

    private void Forget(string name)
    {
        if (_files.Remove(name, out var file))
        {
            file.Dispose();
        }
    }
}
