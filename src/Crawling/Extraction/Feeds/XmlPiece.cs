namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>Kinds of pieces a scanner reads.</summary>
internal enum XmlPiece
{
    Text,
    Start,
    End,
}
