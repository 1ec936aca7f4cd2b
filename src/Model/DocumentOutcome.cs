namespace OpinionWatch.Model;

/// <summary>The one final state of a document (DESIGN.md §2.2).</summary>
public enum DocumentOutcome
{
    /// <summary>Not the bureau's matter: forgotten but for a fingerprint.</summary>
    Irrelevant,

    /// <summary>The bureau's kind of matter, but elsewhere.</summary>
    OutOfArea,

    /// <summary>It opened an incident.</summary>
    Opened,

    /// <summary>It joined a known incident.</summary>
    Joined,

    /// <summary>It joined and raised the level.</summary>
    Raised,

    /// <summary>It was in its incident already.</summary>
    Known,

    /// <summary>It could not be judged or decided on, which is a bug: the log says why, and it is tried again.</summary>
    Failed,
}
