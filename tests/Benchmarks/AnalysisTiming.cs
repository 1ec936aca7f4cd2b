using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Benchmarks;

/// <summary>Times the whole analysis with the shipped rules on the posts of <c>tests/Corpus</c>, nearly all of them the field's, in processor time of one thread that is warm.</summary>
internal static class AnalysisTiming
{
    private const int Warming = 12;
    private const int Rounds = 9;
    private const int Turns = 8;

    /// <summary>Times posts of 150–450 bytes, all, and those of other fields; of a file of documents, JSON Lines, all and those found irrelevant.</summary>
    public static int Run(string? file = null)
    {
        Document[] all = file is null
            ? [.. new[] { "tune", "hold", "probe" }.SelectMany(static part => Read(Path.Combine(Shipped.Root, "tests/Corpus", part + ".jsonl")))]
            : [.. Read(file)];
        for (var turn = 0; turn < Warming; turn++)
        {
            _ = Count(Shipped.Engine, all);
        }

        if (file is null)
        {
            Time("posts of 150-450 bytes", [.. all.Where(static one => BytesOf(one) is >= 150 and <= 450)]);
        }

        Time("all", all);
        Time("those found irrelevant", [.. all.Where(static one => !Shipped.Engine.Analyze(one).Relevant)]);
        return 0;
    }

    private static IEnumerable<Document> Read(string file) => File.ReadLines(file).Select(static line => JsonSerializer.Deserialize<Document>(line, ContractJson.Options)!);

    private static void Time(string name, Document[] documents)
    {
        using var process = Process.GetCurrentProcess();
        var (best, allocated) = (double.MaxValue, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            process.Refresh();
            var (before, bytes) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
            for (var turn = 0; turn < Turns; turn++)
            {
                _ = Count(Shipped.Engine, documents);
            }

            process.Refresh();
            best = Math.Min(best, (process.TotalProcessorTime - before).TotalSeconds / Turns);
            allocated = (GC.GetAllocatedBytesForCurrentThread() - bytes) / Turns;
        }

        var size = documents.Sum(BytesOf);
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {documents.Length} of {size / documents.Length} bytes\t{size / best / 1e6:F1} MB/s\t{best / documents.Length * 1e6:F1} µs each\t{allocated / documents.Length} bytes allocated each"));
    }

    private static int Count(RuleEngine engine, Document[] documents)
    {
        var relevant = 0;
        foreach (var document in documents)
        {
            relevant += engine.Analyze(document).Relevant ? 1 : 0;
        }

        return relevant;
    }

    private static long BytesOf(Document document) => Encoding.UTF8.GetByteCount(document.Title ?? "") + Encoding.UTF8.GetByteCount(document.Text);
}
