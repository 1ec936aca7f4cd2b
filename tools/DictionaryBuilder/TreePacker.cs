using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.DictionaryBuilder;

/// <summary>Packs the tree into a double array: the first base at which all children of a node find free slots, the widest nodes first.</summary>
public static class TreePacker
{
    /// <summary>Packs everything below the root.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="codeCount">One more than the highest code.</param>
    public static (ulong[] First, ulong[] Nodes) Pack(WordTree root, int codeCount)
    {
        List<WordTree> inner = [];
        Collect(root, inner);
        var bases = Place(inner.OrderByDescending(node => node.Children.Count), codeCount, out var slotCount);

        var first = new ulong[codeCount];
        Array.Fill(first, TrieNode.Free);
        foreach (var child in root.Children)
        {
            first[child.Code] = Node(child, bases);
        }

        var nodes = new ulong[slotCount];
        Array.Fill(nodes, TrieNode.Free);
        foreach (var parent in inner)
        {
            foreach (var child in parent.Children)
            {
                nodes[bases[parent] + child.Code] = Node(child, bases);
            }
        }

        return (first, nodes);
    }

    /// <summary>Lists the nodes below the root that have children.</summary>
    private static void Collect(WordTree node, List<WordTree> inner)
    {
        foreach (var child in node.Children.Where(child => child.Children.Count > 0))
        {
            inner.Add(child);
            Collect(child, inner);
        }
    }

    private static Dictionary<WordTree, int> Place(IEnumerable<WordTree> nodes, int codeCount, out int slotCount)
    {
        var bases = new Dictionary<WordTree, int>();
        var slots = new SlotMap();
        foreach (var node in nodes)
        {
            int[] codes = [.. node.Children.Select(child => child.Code)];
            bases.Add(node, slots.Take(codes));
        }

        // Any base plus any code must be a slot, also where nothing stands.
        slotCount = bases.Values.DefaultIfEmpty().Max() + codeCount;
        return bases;
    }

    private static ulong Node(WordTree node, Dictionary<WordTree, int> bases) =>
        TrieNode.Pack(node.Code, node.Frequency, bases.GetValueOrDefault(node));
}
