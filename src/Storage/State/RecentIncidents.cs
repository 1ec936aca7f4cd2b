using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>The incidents touched last, so that folding a change need not read them back each time.</summary>
internal sealed class RecentIncidents
{
    private const int Limit = 2000;
    private readonly Dictionary<string, LinkedListNode<Incident>> _nodes = [];
    private readonly LinkedList<Incident> _order = new();

    /// <summary>Finds one; null when it was not touched lately.</summary>
    public Incident? Find(string id) => _nodes.TryGetValue(id, out var node) ? node.Value : null;

    /// <summary>Puts the newest state of one; forgets the one that was touched longest ago when there are too many.</summary>
    public void Put(Incident incident)
    {
        if (_nodes.Remove(incident.Id, out var known))
        {
            _order.Remove(known);
        }

        _nodes[incident.Id] = _order.AddLast(incident);
        if (_nodes.Count > Limit && _order.First is { } oldest)
        {
            _order.RemoveFirst();
            _nodes.Remove(oldest.Value.Id);
        }
    }
}
