using System.Diagnostics;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Extraction.Charsets;
using OpinionWatch.Crawling.Tests.Extraction.PageSet;
using OpinionWatch.Model;
using SmartReader;

namespace OpinionWatch.Benchmarks;

/// <summary>Reads the labelled pages with our reader and with SmartReader in one run: how right they are, and how many pages a second of processor time.</summary>
internal static class ExtractionTiming
{
    private const int Rounds = 8;
    private const int WarmUps = 6;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");

    public static int Run(string folder)
    {
        var pages = LabelledPages.List(folder);
        System.Console.WriteLine($"{pages.Count} pages of {pages.Select(page => page.Layout).Distinct().Count()} layouts, {pages.Average(page => page.Body.Length):F0} bytes on average");
        System.Console.WriteLine("reader\tkind\tpages\ttext F1\ttitle\ttime\tauthor\tfloors\tpages/s");
        var reader = new PageReader();
        Report("ours", pages, page => Ours(reader, page));
        Report("SmartReader", pages, Theirs);
        return 0;
    }

    private static void Report(string name, IReadOnlyList<LabelledPage> pages, Func<LabelledPage, DocumentReadingView> read)
    {
        var scores = pages.Select(page => PageScore.Of(page, read(page))).ToArray();
        for (var round = 0; round < WarmUps; round++)
        {
            Measure(pages, read);
        }

        var seconds = Enumerable.Range(0, Rounds).Min(_ => Measure(pages, read));
        foreach (var kind in pages.Select(page => page.Kind).Distinct())
        {
            Line(name, kind, [.. scores.Where(score => score.Page.Kind == kind)], "");
        }

        Line(name, "all", scores, $"{pages.Count / seconds:F0}");
    }

    private static void Line(string name, string kind, PageScore[] scores, string speed) =>
        System.Console.WriteLine($"{name}\t{kind}\t{scores.Length}\t{scores.Average(score => score.Text):F3}\t{Share(scores, score => score.Title)}\t{Share(scores, score => score.Time)}\t{Share(scores, score => score.Author)}\t{Mean(scores)}\t{speed}");

    private static string Share(PageScore[] scores, Func<PageScore, bool?> field)
    {
        var known = scores.Where(score => field(score) is not null).ToArray();
        return known.Length == 0 ? "-" : $"{known.Average(score => field(score)!.Value ? 1.0 : 0):F3}";
    }

    private static string Mean(PageScore[] scores)
    {
        var known = scores.Where(score => score.Floors is not null).ToArray();
        return known.Length == 0 ? "-" : $"{known.Average(score => score.Floors!.Value):F3}";
    }

    private static double Measure(IReadOnlyList<LabelledPage> pages, Func<LabelledPage, DocumentReadingView> read)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        foreach (var page in pages)
        {
            read(page);
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static DocumentReadingView Ours(PageReader reader, LabelledPage labelled)
    {
        var page = new Page { RequestedUrl = labelled.Url, Url = labelled.Url, Status = 200, Body = labelled.Body, ContentType = labelled.ContentType, FetchedAt = Now };
        var reading = reader.ReadItem(page, new Source { Id = "benchmark", Name = "benchmark", Start = [labelled.Url] }, Zone, listed: null);
        return new(reading.Documents, reading.Fault);
    }

    /// <summary>SmartReader takes text: it is given the charset we found.</summary>
    private static DocumentReadingView Theirs(LabelledPage labelled)
    {
        var html = CharsetReader.Decode(labelled.Body, labelled.ContentType).Text;
        var article = new Reader(labelled.Url.AbsoluteUri, html).GetArticle();
        DateTimeOffset? at = article.PublicationDate is { Year: > 1990 and < 2200 } date ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Unspecified), TimeSpan.FromHours(8)) : null;
        return new([new Document { Id = "x", Title = article.Title, Text = article.TextContent ?? "", Author = article.Author, PublishedAt = at, Floor = labelled.Floors.Count > 0 ? 1 : null }], null);
    }
}
