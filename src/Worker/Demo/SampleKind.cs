namespace OpinionWatch.Worker.Demo;

/// <summary>What a sample site is built like.</summary>
public enum SampleKind
{
    /// <summary>A news site: a list page and article pages.</summary>
    News,

    /// <summary>An RSS feed and article pages.</summary>
    Feed,

    /// <summary>A forum built like Discuz!: a board and threads.</summary>
    Forum,
}
