namespace OpinionWatch.TestKit.Farm;

/// <summary>A floor of a <see cref="ForumThread"/>.</summary>
public sealed class ForumPost(int number, string author, string text, DateTimeOffset at)
{
    /// <summary>Post number, unique in the forum.</summary>
    public int Number { get; } = number;

    public string Author { get; } = author;

    public string Text { get; set; } = text;

    public DateTimeOffset At { get; } = at;
}
