using System.Collections.Concurrent;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Buffers waiting for the next document, as many as were ever in use at once.</summary>
internal sealed class ScratchPool(int termCount)
{
    private readonly ConcurrentBag<Scratch> _idle = [];
    private Scratch? _next;

    /// <summary>Takes buffers, new ones when none are idle.</summary>
    public Scratch Rent() => Interlocked.Exchange(ref _next, null) ?? (_idle.TryTake(out var scratch) ? scratch : new Scratch(termCount));

    /// <summary>Gives them back; overgrown ones are dropped.</summary>
    public void Return(Scratch scratch)
    {
        // One thread alone takes what it gave back, without the bag.
        if (scratch.WorthKeeping && Interlocked.CompareExchange(ref _next, scratch, null) is not null)
        {
            _idle.Add(scratch);
        }
    }
}
