namespace OpinionWatch.Model;

/// <summary>What kind of voice a source is (信源层级); the notice of 2017-09-07, IV §1 weighs them differently.</summary>
public enum SourceTier
{
    /// <summary>Central media (中央媒体).</summary>
    Central,

    /// <summary>Provincial media (省级媒体).</summary>
    Provincial,

    /// <summary>City media (市级媒体).</summary>
    Municipal,

    /// <summary>County media (县级媒体).</summary>
    County,

    /// <summary>Commercial portals (商业门户).</summary>
    Portal,

    /// <summary>Forums and message boards (论坛、留言板).</summary>
    Forum,

    /// <summary>Social networks (社交平台).</summary>
    Social,

    /// <summary>Self-published media (自媒体).</summary>
    SelfMedia,

    /// <summary>Government sites (政府网站).</summary>
    Official,
}
