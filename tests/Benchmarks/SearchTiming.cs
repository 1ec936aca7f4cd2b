using System.Diagnostics;
using OpinionWatch.Console.Search;
using OpinionWatch.Model;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage.State;
using OpinionWatch.Worker.Search;

namespace OpinionWatch.Benchmarks;

/// <summary>Times the search: first pages at many invented documents, cold and warm, and what the index takes of memory and disk.</summary>
internal static class SearchTiming
{
    private const int Batch = 200;
    private const int Rounds = 20;

    private static readonly string[] Queries =
    [
        "非法采砂", "强拆", "\"补偿款迟迟没有到账\"", "村民 补偿款 领导", "\"青龙山矿区\" 裂缝", "自然资源局违法占用耕地建厂房怎么处理", "example", "\"1280.5元\"", "的", "\"在学校后面的山坡发现有人非法采砂\"", "不存在的词语组合", "王翠荇",
    ];

    public static int Run(string folder, int count)
    {
        var segmenter = Segmenter.Load();
        using var index = new SearchIndex(folder, segmenter, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        var watch = Stopwatch.StartNew();
        foreach (var batch in Documents(count).Chunk(Batch))
        {
            index.Put(batch);
        }

        index.Save();
        index.Show();
        System.Console.WriteLine($"indexed\t{count} documents\t{count / watch.Elapsed.TotalSeconds:F0} a second\t{new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1e6:F0} MB on disk\t{Resident():F0} MB resident");
        var all = new List<double>();
        foreach (var sort in new[] { false, true })
        {
            foreach (var query in Queries)
            {
                var times = Enumerable.Range(0, Rounds).Select(_ => Time(index, query, sort, out _)).ToList();
                Time(index, query, sort, out var found);
                all.AddRange(times);
                System.Console.WriteLine($"{(sort ? "relevance" : "newest")}\t{query}\t{found} on the first page\tfirst {times[0]:F1} ms\tmedian {times.Order().ElementAt(Rounds / 2):F1} ms\tworst {times.Max():F1} ms");
            }
        }

        System.Console.WriteLine($"all\tp50 {all.Order().ElementAt(all.Count / 2):F1} ms\tp95 {all.Order().ElementAt(all.Count * 95 / 100):F1} ms\tworst {all.Max():F1} ms\t{Resident():F0} MB resident");
        return all.Order().ElementAt(all.Count * 95 / 100) < 200 ? 0 : 1;
    }

    private static double Time(SearchIndex index, string query, bool byRelevance, out int found)
    {
        var watch = Stopwatch.StartNew();
        found = index.Find(new SearchRequest { Query = query, ByRelevance = byRelevance }, isComplete: true, CancellationToken.None).Items.Count;
        return watch.Elapsed.TotalMilliseconds;
    }

    private static IEnumerable<StoredDocument> Documents(int count)
    {
        using var lines = SegmentationText.Lines(seed: 7, int.MaxValue).GetEnumerator();
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var number = 1; number <= count; number++)
        {
            lines.MoveNext();
            var title = lines.Current[..Math.Min(24, lines.Current.Length)];
            var text = new System.Text.StringBuilder();
            for (var line = 0; line < 4; line++)
            {
                lines.MoveNext();
                text.Append(lines.Current).Append('\n');
            }

            var at = start.AddMinutes(number);
            yield return new StoredDocument(number, at, new KeptDocument
            {
                Document = new Document { Id = $"d{number}", Title = title, Text = text.ToString(), Site = $"site-{number % 200}", PublishedAt = at },
                Analysis = new Analysis { Id = $"d{number}", Relevant = true, InArea = number % 2 == 0, Level = (Level)(number % 5), Topics = [$"topic-{number % 7}"] },
                Outcome = DocumentOutcome.Joined,
                IncidentId = $"i{number / 10}",
            });
        }
    }

    private static double Resident()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1e6;
    }
}
