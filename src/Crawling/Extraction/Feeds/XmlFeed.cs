using System.Text;

namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>Reads the entries of RSS 0.9x to 2.0, RDF (RSS 1.0) and Atom, however broken.</summary>
internal static class XmlFeed
{
    private const int MaxEntries = 2000;

    internal static IReadOnlyList<FeedEntry> Read(string xml)
    {
        var entries = new List<FeedEntry>();
        var scanner = new XmlScanner(xml);
        while (entries.Count < MaxEntries && scanner.Read())
        {
            if (scanner is { Piece: XmlPiece.Start, IsEmptyElement: false } && Local(scanner.Name) is "item" or "entry")
            {
                entries.Add(Entry(scanner));
            }
        }

        return entries;
    }

    private static FeedEntry Entry(XmlScanner scanner)
    {
        var entry = new FeedEntry();
        var inAuthor = false;
        while (scanner.Read())
        {
            var local = Local(scanner.Name);
            if (scanner.Piece == XmlPiece.End)
            {
                if (local is "item" or "entry" or "channel" or "feed")
                {
                    break;
                }

                inAuthor &= local != "author";
            }
            else if (scanner.Piece == XmlPiece.Start)
            {
                if (local == "link" && scanner.Attribute("href") is { Length: > 0 } href)
                {
                    if (scanner.Attribute("rel") is null or "alternate" || entry.Link is null && scanner.Attribute("rel") is not ("enclosure" or "self" or "edit" or "replies" or "license"))
                    {
                        entry.Link = href;
                    }
                }
                else if (local == "source")
                {
                    // The origin of an Atom entry copied from elsewhere has titles and dates of its own; RSS's is a name.
                    Field(scanner, new StringBuilder(), "source");
                }
                else if (local == "author" && !scanner.IsEmptyElement)
                {
                    inAuthor = true;
                    if (entry.Begin("author") is { } author)
                    {
                        Field(scanner, author, scanner.Name);
                        inAuthor = false;
                    }
                }
                else if (!inAuthor && !scanner.IsEmptyElement && Key(scanner.Name) is { } key)
                {
                    entry.GuidIsNoLink |= key == "guid" && scanner.Attribute("isPermaLink") is "false";
                    Field(scanner, entry.Begin(key) ?? new StringBuilder(), scanner.Name);
                }
            }
        }

        return entry;
    }

    /// <summary>Gathers what stands inside a field, markup included, up to its end or the entry's.</summary>
    private static void Field(XmlScanner scanner, StringBuilder into, string name)
    {
        if (scanner.IsEmptyElement)
        {
            return;
        }

        while (scanner.Read())
        {
            if (scanner.Piece == XmlPiece.Text)
            {
                into.Append(scanner.Text);
            }
            else if (scanner.Piece == XmlPiece.End && (scanner.Name == name || Local(scanner.Name) is "item" or "entry"))
            {
                return;
            }
            else
            {
                into.Append(scanner.Piece == XmlPiece.End ? "</" : "<").Append(Local(scanner.Name)).Append(scanner.IsEmptyElement ? "/>" : ">");
            }
        }
    }

    private static string? Key(string name) => name switch
    {
        "title" or "atom:title" or "rss:title" => "title",
        "link" or "rss:link" => "link",
        "guid" or "id" or "atom:id" => "guid",
        "description" or "summary" or "atom:summary" or "rss:description" => "summary",
        "content:encoded" or "encoded" or "content" or "atom:content" or "fulltext" or "yandex:full-text" => "content",
        "pubdate" or "published" or "atom:published" or "dc:date" or "dcterms:issued" or "issued" or "created" or "dcterms:created" or "date" => "published",
        "updated" or "atom:updated" or "a10:updated" or "modified" or "dcterms:modified" or "lastbuilddate" => "updated",
        "dc:creator" or "itunes:author" or "creator" => "creator",
        "slash:comments" => "comments",
        _ => null,
    };

    private static string Local(string name) => name[(name.IndexOf(':') + 1)..];
}
