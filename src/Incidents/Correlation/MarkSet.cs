namespace OpinionWatch.Incidents.Correlation;

/// <summary>Hashed names or numbers of a text that tell one matter from a look-alike.</summary>
/// <remarks>Only hashes are kept: a fingerprint holds no telephone number.</remarks>
public sealed class MarkSet
{
    /// <summary>Marks kept of one kind; of more, those with the smallest hashes.</summary>
    public const int Limit = 48;

    private readonly string _prefix;
    private readonly uint[] _marks;

    private MarkSet(string kind, uint[] marks)
    {
        _prefix = Prefix(kind);
        _marks = marks;
    }

    /// <summary>The marks, smallest first.</summary>
    public ReadOnlySpan<uint> Marks => _marks;

    /// <summary>No marks at all.</summary>
    public bool IsEmpty => _marks.Length == 0;

    /// <summary>Gathers marks of a kind.</summary>
    public static MarkSet Of(string kind, IEnumerable<string> marks) => new(kind, [.. marks.Select(mark => StableHash.Of(mark)).Distinct().Order().Take(Limit)]);

    /// <summary>Finds the marks of a kind among fingerprints; empty when there are none.</summary>
    public static MarkSet Find(string kind, IEnumerable<string> fingerprints) =>
        new(kind, fingerprints.FirstOrDefault(print => print.StartsWith(Prefix(kind))) is { } found && StableHash.TryUnpack(found[Prefix(kind).Length..]) is { Length: <= Limit } marks ? marks : []);

    /// <summary>Counts the marks two sets share.</summary>
    public int Shared(MarkSet other) => _marks.Count(mark => Array.BinarySearch(other._marks, mark) >= 0);

    /// <summary>Says whether each set has marks the other lacks: one text was not made from the other by adding or cutting.</summary>
    public bool Diverges(MarkSet other)
    {
        var shared = Shared(other);
        return shared < _marks.Length && shared < other._marks.Length && _marks.Length < Limit && other._marks.Length < Limit;
    }

    /// <summary>Gives the share of the smaller set that the sets have in common; 1 when either is empty.</summary>
    public double Overlap(MarkSet other) => IsEmpty || other.IsEmpty ? 1 : (double)Shared(other) / Math.Min(_marks.Length, other._marks.Length);

    /// <summary>Gives the fingerprint, <c>KIND:1:HASHES</c>.</summary>
    public override string ToString() => _prefix + StableHash.Pack(_marks);

    private static string Prefix(string kind) => kind + ":1:";
}
