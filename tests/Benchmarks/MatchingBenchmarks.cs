using BenchmarkDotNet.Attributes;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Benchmarks;

/// <summary>All occurrences of many terms in a text of a million characters.</summary>
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    private const int Characters = 1_000_000;
    private string[] _terms = [];
    private string _text = "";
    private TermMatcher _matcher = null!;

    /// <summary>How many terms.</summary>
    [Params(1_000, 10_000, 50_000)]
    public int Terms { get; set; }

    /// <summary>Invents terms and text.</summary>
    [GlobalSetup]
    public void Invent()
    {
        _terms = MatchingText.Terms(seed: 1, Terms);
        _text = MatchingText.Text(seed: 2, Characters, _terms);
        _matcher = new TermMatcher(_terms);
    }

    /// <summary>Counting them.</summary>
    [Benchmark]
    public int AllOccurrences() => _matcher.Count(_text);

    /// <summary>Building the matcher.</summary>
    [Benchmark]
    public TermMatcher Build() => new(_terms);
}
