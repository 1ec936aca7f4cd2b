namespace OpinionWatch.Model;

/// <summary>How grave a matter is (级别), lowest first, so that levels compare.</summary>
public enum Level
{
    /// <summary>Not the bureau's matter, or not its area.</summary>
    None,

    /// <summary>关注: goes to the digest only.</summary>
    Watch,

    /// <summary>一般: an ordinary complaint, answered within 48 hours.</summary>
    General,

    /// <summary>重大: reported upward within two hours (notice of 2017-09-07, IV §3).</summary>
    Major,

    /// <summary>特别重大: reported upward within one hour (notice of 2017-09-07, IV §3).</summary>
    Critical,
}
