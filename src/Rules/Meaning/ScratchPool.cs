using System.Collections.Concurrent;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Buffers waiting for the next document, as many as were ever in use at once.</summary>
internal sealed class ScratchPool(int termCount)
{
    private readonly ConcurrentBag<Scratch> _idle = [];

    /// <summary>Takes buffers, new ones when none are idle.</summary>
    public Scratch Rent() => _idle.TryTake(out var scratch) ? scratch : new Scratch(termCount);

    /// <summary>Gives them back; overgrown ones are dropped.</summary>
    public void Return(Scratch scratch)
    {
        if (scratch.WorthKeeping)
        {
            _idle.Add(scratch);
        }
    }
}
