namespace OpinionWatch.Alerts.Digest;

/// <summary>How a source stands.</summary>
public enum CoverageState
{
    /// <summary>It is seen (正常).</summary>
    Seeing,

    /// <summary>It cannot be read (失明).</summary>
    Blind,

    /// <summary>It is paused by configuration (暂停).</summary>
    Paused,
}
