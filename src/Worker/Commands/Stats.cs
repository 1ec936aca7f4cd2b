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

    /// <summary>Runs one piece of work and counts it.</summary>
    public T Measure<T>(int characters, Func<T> work)
    {
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _ticks += Stopwatch.GetTimestamp() - start;
        _documents++;
        _characters += characters;
        return result;
    }

    public override string ToString() => JsonSerializer.Serialize(
        new { documents = _documents, characters = _characters, seconds = Math.Round((double)_ticks / Stopwatch.Frequency, 6) },
        ContractJson.Options);
}
