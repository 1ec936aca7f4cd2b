using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Benchmarks;

/// <summary>Times the matcher (all occurrences) and a loop over <see cref="SearchValues{T}"/> (the next match only) on one thread, for a comparison with pyahocorasick in the same run.</summary>
internal static class MatchingTiming
{
    private const int Rounds = 9;
    private const int Characters = 4_000_000;

    /// <summary>Writes terms and text to a folder.</summary>
    public static int Write(string folder, string count)
    {
        var terms = MatchingText.Terms(seed: 1, int.Parse(count, CultureInfo.InvariantCulture));
        File.WriteAllLines(Path.Combine(folder, "terms"), terms);
        File.WriteAllText(Path.Combine(folder, "text"), MatchingText.Text(seed: 2, Characters, terms));
        return 0;
    }

    /// <summary>Times both on what stands in a folder.</summary>
    public static int Time(string folder)
    {
        var terms = File.ReadAllLines(Path.Combine(folder, "terms"));
        var text = File.ReadAllText(Path.Combine(folder, "text"));
        var gigabytes = Encoding.UTF8.GetByteCount(text) / 1e9;
        var watch = Stopwatch.StartNew();
        var matcher = new TermMatcher(terms);
        var built = watch.Elapsed.TotalSeconds;
        var values = new NextMatch(terms);
        var (ours, next) = (double.MaxValue, double.MaxValue);
        var (found, nextFound) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Min(ours, Measure(() => matcher.Count(text), out found));
            next = Math.Min(next, Measure(() => values.Count(text), out nextFound));
        }

        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ours\tbuilt in {built:F3} s\t{found} matches\t{gigabytes / ours:F3} GB/s"));
        System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SearchValues\tnext match only\t{nextFound} matches\t{gigabytes / next:F3} GB/s"));
        return 0;
    }

    /// <summary>Processor time of one count; the two take turns, so that both meet the same load.</summary>
    private static double Measure(Func<int> count, out int found)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        found = count();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private sealed class NextMatch(string[] terms)
    {
        private readonly SearchValues<string> _values = SearchValues.Create(terms, StringComparison.Ordinal);

        public int Count(ReadOnlySpan<char> text)
        {
            var count = 0;
            for (var at = text.IndexOfAny(_values); at >= 0; at = text.IndexOfAny(_values))
            {
                count++;
                text = text[(at + 1)..];
            }

            return count;
        }
    }
}
