using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction.PageSet;

/// <summary>How well one page was read. A field the page does not have is null.</summary>
/// <param name="Page">The page.</param>
/// <param name="Text">F1 of the text; of a thread, of all floors together.</param>
/// <param name="Title">True when the title is exact.</param>
/// <param name="Time">True when the time is exact, of a thread's first floor.</param>
/// <param name="Author">True when the author is exact; where the page names none, the medium.</param>
/// <param name="Floors">Share of the floors whose number, author, time and text are all exact, floors invented counted against it.</param>
/// <param name="Faults">What was wrong, for a person.</param>
public sealed record PageScore(LabelledPage Page, double Text, bool Title, bool? Time, bool? Author, double? Floors, string Faults)
{
    public static PageScore Of(LabelledPage page, DocumentReadingView reading) =>
        page.Floors.Count > 0 ? OfThread(page, reading.Documents) : OfArticle(page, reading);

    private static PageScore OfArticle(LabelledPage page, DocumentReadingView reading)
    {
        var found = First(reading.Documents);
        var text = TextScore.F1(page.Text, found?.Text);
        var title = TextScore.Same(page.Title, found?.Title);
        bool? time = page.PublishedAt is { } at ? found?.PublishedAt == at : null;
        bool? author = (page.Author ?? page.Source) is { } name ? found?.Author == name : null;
        var faults = (title ? "" : $"title «{found?.Title}» not «{page.Title}»; ") + (time != false ? "" : $"time {found?.PublishedAt?.ToOffset(TimeSpan.FromHours(8)):s} not {page.PublishedAt:s}; ")
            + (author != false ? "" : $"author «{found?.Author}» not «{page.Author ?? page.Source}»; ") + (text > 0.985 ? "" : $"text {text:F3} {Difference(page.Text, found?.Text)}; ")
            + (reading.Documents.Count == 1 ? "" : $"{reading.Documents.Count} documents {reading.Fault}");
        return new(page, text, title, time, author, null, faults);
    }

    private static PageScore OfThread(LabelledPage page, IReadOnlyList<Document> documents)
    {
        var exact = 0;
        var faults = "";
        foreach (var floor in page.Floors)
        {
            var found = documents.FirstOrDefault(document => document.Floor == floor.Floor);
            // Some templates print minutes only.
            var ok = found is not null && found.Author == floor.Author && TextScore.Same(floor.Text, found.Text) && found.PublishedAt is { } at && (at == floor.PublishedAt || at == floor.PublishedAt.AddSeconds(-floor.PublishedAt.Second));
            exact += ok ? 1 : 0;
            faults += ok ? "" : $"floor {floor.Floor}: {found?.Author} {found?.PublishedAt?.ToOffset(TimeSpan.FromHours(8)):s} «{found?.Text}» not {floor.Author} {floor.PublishedAt:s} «{floor.Text}»; ";
        }

        var title = documents.Count > 0 && TextScore.Same(page.Title, documents[0].Title);
        var text = TextScore.F1(string.Join('\n', page.Floors.Select(floor => floor.Text)), string.Join('\n', documents.Select(document => document.Text)));
        faults += (title ? "" : $"title «{First(documents)?.Title}» not «{page.Title}»; ") + (documents.Count == page.Floors.Count ? "" : $"{documents.Count} floors not {page.Floors.Count}");
        return new(page, text, title, null, null, (double)exact / Math.Max(page.Floors.Count, documents.Count), faults);
    }

    private static Document? First(IReadOnlyList<Document> documents) => documents.Count > 0 ? documents[0] : null;

    private static string Difference(string expected, string? found)
    {
        var wanted = expected.Split('\n');
        var got = (found ?? "").Split('\n');
        return "+«" + string.Join(" / ", got.Except(wanted).Take(4)) + "» -«" + string.Join(" / ", wanted.Except(got).Take(4)) + "»";
    }
}
