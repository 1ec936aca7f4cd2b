using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Cuts what is kept of a document to a bearable length; the evidence has the whole page.</summary>
internal static class DocumentCut
{
    private const int MostText = 1_000_000;

    /// <summary>A title stands in each list and message, and is compared with each incident's.</summary>
    private const int MostTitle = 1_000;

    /// <summary>Gives the document with title and text cut, and marked where they were.</summary>
    public static Document Of(Document document) => document with
    {
        Title = document.Title is { Length: > MostTitle } title ? Start(title, MostTitle) + "……" : document.Title,
        Text = document.Text.Length > MostText ? Start(document.Text, MostText) + "……（正文过长，其余见证据存档）" : document.Text,
    };

    /// <summary>Gives the first characters, never half a one.</summary>
    private static string Start(string text, int most) => text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
