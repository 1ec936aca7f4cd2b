using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Console.Search;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage.State;
using OpinionWatch.Worker.Drill;

namespace OpinionWatch.Worker.Search;

/// <summary>The index of kept documents: one folder, one writer, any number of readers. A view; all of it can be built again.</summary>
internal sealed class SearchIndex : IDisposable
{
    /// <summary>Hits on one page.</summary>
    public const int PageSize = 50;

    private const int Deepest = 1000;
    private const int LongestLogged = 100;
    private const double BufferMegabytes = 8;
    private const string Place = "sequence";
    private const string KeptAt = "keptAt";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly FSDirectory _directory;
    private readonly SearchAnalyzer _analyzer;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;
    private readonly TimeProvider _time;
    private readonly ILogger _log;

    /// <summary>Opens the index of a folder, or makes an empty one.</summary>
    public SearchIndex(string folder, Segmenter segmenter, TimeProvider time, ILogger log)
    {
        _time = time;
        _log = log;
        _analyzer = new SearchAnalyzer(segmenter);

        // Read by calls, not mapped: what is mapped counts as memory of the service.
        _directory = new NIOFSDirectory(folder);
        try
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer)
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = BufferMegabytes,
                MergeScheduler = new SerialMergeScheduler(),
            });
            _searchers = new SearcherManager(_writer, applyAllDeletes: true, searcherFactory: null);
            var data = _writer.CommitData;
            Sequence = Read(data, Place);
            Since = new DateTimeOffset(Read(data, KeptAt), TimeSpan.Zero);
        }
        catch
        {
            Close();
            throw;
        }
    }

    /// <summary>The journal's place the index reflects.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the last document was kept.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Documents in it.</summary>
    public int Count => _writer.NumDocs;

    /// <summary>Takes documents in, but the canaries of drills; found from the next <see cref="Show"/> on. One that the engine refuses is left out and logged: built anew, the index would only come to it again.</summary>
    public void Put(IReadOnlyList<StoredDocument> documents)
    {
        foreach (var document in documents)
        {
            var id = document.Document.Document.Id;
            try
            {
                if (document.Document.Document.Site != DrillSource.Id)
                {
                    _writer.UpdateDocument(new Term(IndexedDocument.Id, id), IndexedDocument.Of(document), _analyzer);
                }
            }
            catch (ArgumentException exception)
            {
                _log.DocumentNotIndexed(exception, PlainText.OneLine(id, LongestLogged));
            }

            Sequence = Math.Max(Sequence, document.Sequence);
            Since = document.At;
        }
    }

    /// <summary>Removes what was kept before an instant.</summary>
    public void Forget(DateTimeOffset before) => _writer.DeleteDocuments(NumericRangeQuery.NewInt64Range(IndexedDocument.Month, null, before.UtcTicks, true, false));

    /// <summary>Lets searches see what was taken in.</summary>
    public void Show() => _searchers.MaybeRefresh();

    /// <summary>Puts it on disk.</summary>
    public void Save()
    {
        _writer.SetCommitData(new Dictionary<string, string>
        {
            [Place] = Sequence.ToString(CultureInfo.InvariantCulture),
            [KeptAt] = Since.UtcTicks.ToString(CultureInfo.InvariantCulture),
        });
        _writer.Commit();
    }

    /// <summary>Finds one page.</summary>
    /// <exception cref="SearchRefusedException">The query cannot be answered.</exception>
    public SearchPage Find(SearchRequest request, bool isComplete, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(request.Query, _analyzer);
        var offset = request.ByRelevance ? request.After ?? 0 : 0;
        if (offset > Deepest)
        {
            throw new SearchRefusedException($"By relevance the first {Deepest} are shown; ask for rarer words, or sort by newest.");
        }

        var searcher = _searchers.Acquire();
        try
        {
            var wanted = (int)offset + PageSize + 1;
            var top = TopFieldCollector.Create(
                request.ByRelevance ? Sort.RELEVANCE : new Sort(new SortField(IndexedDocument.Sequence, SortFieldType.INT64, reverse: true)),
                wanted, fillFields: false, trackDocScores: request.ByRelevance, trackMaxScore: false, docsScoredInOrder: true);
            searcher.Search(query.Query, FilterOf(request), new BoundedCollector(top, _time, Patience, cancellationToken));
            var found = top.GetTopDocs((int)offset, wanted).ScoreDocs;
            var shown = found.Take(PageSize).Select(hit => searcher.Doc(hit.Doc)).ToList();
            long? next = found.Length <= PageSize ? null : request.ByRelevance ? offset + PageSize : shown[^1].GetField(IndexedDocument.Sequence).GetInt64Value();
            return new SearchPage([.. shown.Select(document => IndexedDocument.Show(document, query.Words))], next, isComplete);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    /// <summary>Lets go of the folder and of its lock whatever happened: what was not saved is taken in again from the store. Writing it here could fail, and would leave the folder locked for good.</summary>
    private void Close()
    {
        try
        {
            _searchers?.Dispose();
            _writer?.Rollback();
        }
        finally
        {
            _directory.Dispose();
        }
    }

    private static QueryWrapperFilter? FilterOf(SearchRequest request)
    {
        var all = new BooleanQuery();
        if (request.From is not null || request.To is not null)
        {
            all.Add(NumericRangeQuery.NewInt64Range(IndexedDocument.At, request.From?.UtcTicks, request.To?.UtcTicks, true, false), Occur.MUST);
        }

        if (!request.ByRelevance && request.After is { } after)
        {
            all.Add(NumericRangeQuery.NewInt64Range(IndexedDocument.Sequence, null, after, true, false), Occur.MUST);
        }

        Add(all, IndexedDocument.Site, request.Site);
        Add(all, IndexedDocument.Topic, request.Topic);
        Add(all, IndexedDocument.Level, request.Level is { } level ? IndexedDocument.Name(level) : null);
        Add(all, IndexedDocument.Area, request.InArea switch { true => "in", false => "out", null => null });
        return all.Clauses.Count == 0 ? null : new QueryWrapperFilter(all);
    }

    private static void Add(BooleanQuery all, string field, string? value)
    {
        if (value is not null)
        {
            all.Add(new TermQuery(new Term(field, value)), Occur.MUST);
        }
    }

    private static long Read(IDictionary<string, string>? data, string key) =>
        data is not null && data.TryGetValue(key, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
