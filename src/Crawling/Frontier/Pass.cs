namespace OpinionWatch.Crawling.Frontier;

/// <summary>A single pass over some sources: each entry is visited once, due or not, items before lists. Guarded by <see cref="Frontier"/>.</summary>
/// <param name="sources">Their ids.</param>
internal sealed class Pass(IReadOnlyCollection<string> sources)
{
    private readonly HashSet<string> _sources = [.. sources];
    private readonly HashSet<string> _attempted = [];

    public bool Includes(string source) => _sources.Contains(source);

    /// <summary>Notes that an entry is visited.</summary>
    public void Take(Slot slot) => _attempted.Add(slot.Entry.Key);

    /// <summary>Leaves out what waits on a host for the rest of the pass.</summary>
    public void Skip(HostQueue queue) => _attempted.UnionWith(queue.Slots.Select(slot => slot.Entry.Key));

    /// <summary>Gives what is next on a host; null when all of it was visited.</summary>
    public Slot? Next(HostQueue queue, Func<Slot, bool> active) => queue.Slots
        .Where(slot => !slot.InFlight && slot.Entry.Role != PageRole.Watched && !_attempted.Contains(slot.Entry.Key) && active(slot))
        .OrderByDescending(slot => slot.Entry.Role)
        .ThenBy(slot => slot.Order)
        .FirstOrDefault();
}
