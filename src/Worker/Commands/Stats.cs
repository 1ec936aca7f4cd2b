using System.Diagnostics;
using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>--stats</c>: how much was analysed in how much time, reading and writing left out.</summary>
internal sealed class Stats
{
    private long _documents;
    private long _characters;
    private long _ticks;

    /// <summary>When a piece of work begins.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Counts a piece of work that began then and is done.</summary>
    public void Add(int characters, long began)
    {
        _ticks += Stopwatch.GetTimestamp() - began;
        _documents++;
        _characters += characters;
    }

    public override string ToString() => JsonSerializer.Serialize(
        new { documents = _documents, characters = _characters, seconds = Math.Round((double)_ticks / Stopwatch.Frequency, 6) },
        ContractJson.Options);
}
