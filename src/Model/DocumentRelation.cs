namespace OpinionWatch.Model;

/// <summary>Why a document belongs to an incident.</summary>
public enum DocumentRelation
{
    /// <summary>It opened the incident.</summary>
    First,

    /// <summary>转载: the same text, or nearly.</summary>
    Reprint,

    /// <summary>跟帖: another floor of a thread that belongs to it.</summary>
    Reply,

    /// <summary>The same matter in other words.</summary>
    SameMatter,

    /// <summary>A person put it there (merge, or reported by staff).</summary>
    ByHand,
}
