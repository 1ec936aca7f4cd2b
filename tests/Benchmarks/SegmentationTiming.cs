using System.Diagnostics;
using System.Text;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Benchmarks;

/// <summary>Times the segmenter on one thread, in processor time, for a comparison with python jieba in the same run.</summary>
internal static class SegmentationTiming
{
    private const int Rounds = 5;

    public static int WriteText(string file)
    {
        File.WriteAllLines(file, SegmentationText.Lines(seed: 1, count: 20_000));
        return 0;
    }

    public static int Time(string file)
    {
        var watch = Stopwatch.StartNew();
        var segmenter = Segmenter.Load();
        System.Console.WriteLine($"ready\t{watch.Elapsed.TotalSeconds:F3} s");

        var lines = File.ReadAllLines(file);
        var megabytes = lines.Sum(line => Encoding.UTF8.GetByteCount(line) + 1L) / 1e6;
        List<Token> tokens = [];
        Report("places", megabytes, () =>
        {
            var count = 0L;
            foreach (var line in lines)
            {
                tokens.Clear();
                segmenter.Tokenize(line, tokens);
                count += tokens.Count;
            }

            return count;
        });
        Report("strings", megabytes, () => lines.Sum(line => (long)segmenter.Cut(line).Count));
        System.Console.WriteLine($"resident\t{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        return 0;
    }

    private static void Report(string name, double megabytes, Func<long> cut)
    {
        var cold = Measure(cut, out var count);
        var best = Enumerable.Range(0, Rounds).Min(_ => Measure(cut, out var _));
        System.Console.WriteLine($"{name}\t{count} tokens\tcold {megabytes / cold:F1} MB/s\twarm {megabytes / best:F1} MB/s");
    }

    private static double Measure(Func<long> cut, out long count)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        count = cut();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
