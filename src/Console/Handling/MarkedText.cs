using System.Globalization;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>A text with the words that hit, cut to what a page can bear. Pure.</summary>
/// <param name="Title">The headline in pieces.</param>
/// <param name="Text">The text in pieces, from its beginning.</param>
/// <param name="Length">Length of the whole text in characters.</param>
/// <param name="IsCut">The text goes on.</param>
/// <param name="Beyond">Words that hit behind the cut, each with a little of what stands round it.</param>
public sealed record MarkedText(IReadOnlyList<Segment> Title, IReadOnlyList<Segment> Text, int Length, bool IsCut, IReadOnlyList<Segment> Beyond)
{
    private const int MostTitle = 300;
    private const int MostText = 12_000;
    private const int MostBeyond = 10;
    private const int Around = 40;

    /// <summary>Marks a document's text by its analysis.</summary>
    public static MarkedText Of(Document document, Analysis analysis)
    {
        var (title, text) = (document.Title ?? "", document.Text);
        var offset = title.Length + 1;
        var hits = analysis.Hits.Where(hit => hit is { Start: >= 0, Length: > 0 } && hit.Start + (long)hit.Length <= offset + (long)text.Length).OrderBy(hit => hit.Start).ToList();
        return new MarkedText(
            Cut(title, MostTitle, hits, 0),
            Cut(text, MostText, hits, offset),
            text.Length,
            text.Length > MostText,
            [.. hits.Where(hit => hit.Start - offset >= MostText).Take(MostBeyond).Select(hit => new Segment(Round(text, hit.Start - offset, hit.Length), hit.Term))]);
    }

    /// <summary>Takes out what turns the reading direction, hides or is no character; keeps line breaks.</summary>
    public static string Harmless(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t')
            {
                clean.Append((char)rune.Value);
            }
            else if (rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static List<Segment> Cut(string text, int most, List<Hit> hits, int offset)
    {
        var segments = new List<Segment>();
        var end = Math.Min(text.Length, most);
        var at = 0;
        foreach (var hit in hits)
        {
            var (from, to) = (Math.Max(hit.Start - offset, at), Math.Min(hit.Start - offset + hit.Length, end));
            if (from >= to)
            {
                continue;
            }

            Add(segments, text.AsSpan(at, from - at), null);
            Add(segments, text.AsSpan(from, to - from), hit.Term);
            at = to;
        }

        Add(segments, text.AsSpan(at, Math.Max(0, end - at)), null);
        return segments;
    }

    private static void Add(List<Segment> segments, ReadOnlySpan<char> text, string? term)
    {
        if (Harmless(text) is { Length: > 0 } clean)
        {
            segments.Add(new Segment(clean, term));
        }
    }

    private static string Round(string text, int start, int length)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, start + Math.Min(length, Around) + Around));
        return Harmless(text.AsSpan(from, to - from)).Replace('\n', ' ');
    }
}
