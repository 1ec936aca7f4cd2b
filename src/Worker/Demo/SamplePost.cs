namespace OpinionWatch.Worker.Demo;

/// <summary>Something published on a sample site.</summary>
/// <param name="Id">Number of the article or thread on its site.</param>
/// <param name="Title">Headline.</param>
/// <param name="Text">Paragraphs, separated by line breaks.</param>
/// <param name="Author">Name shown as the author.</param>
/// <param name="PublishedAt">Time shown.</param>
public sealed record SamplePost(int Id, string Title, string Text, string Author, DateTimeOffset PublishedAt);
