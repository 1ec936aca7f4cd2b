using BenchmarkDotNet.Attributes;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Benchmarks;

/// <summary>Cuts the same invented text as places and as strings.</summary>
[MemoryDiagnoser]
public class SegmentationBenchmarks
{
    private readonly Segmenter _segmenter = Segmenter.Load();
    private readonly List<Token> _tokens = [];
    private string[] _lines = [];

    /// <summary>Invents the text.</summary>
    [GlobalSetup]
    public void Invent() => _lines = [.. SegmentationText.Lines(seed: 1, count: 20_000)];

    /// <summary>Places, without allocating.</summary>
    [Benchmark(Baseline = true)]
    public int Places()
    {
        var count = 0;
        foreach (var line in _lines)
        {
            _tokens.Clear();
            _segmenter.Tokenize(line, _tokens);
            count += _tokens.Count;
        }

        return count;
    }

    /// <summary>Places, dictionary only.</summary>
    [Benchmark]
    public int PlacesWithoutModel()
    {
        var count = 0;
        foreach (var line in _lines)
        {
            _tokens.Clear();
            _segmenter.Tokenize(line, _tokens, hmm: false);
            count += _tokens.Count;
        }

        return count;
    }

    /// <summary>A string for each token.</summary>
    [Benchmark]
    public int Strings() => _lines.Sum(line => _segmenter.Cut(line).Count);

    /// <summary>A string for each token of search mode.</summary>
    [Benchmark]
    public int Search() => _lines.Sum(line => _segmenter.Cut(line, SegmentMode.Search).Count);
}
