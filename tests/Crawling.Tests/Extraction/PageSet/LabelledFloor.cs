namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>A floor of a labelled thread.</summary>
public sealed record LabelledFloor(int Floor, string Author, DateTimeOffset PublishedAt, string Text);
