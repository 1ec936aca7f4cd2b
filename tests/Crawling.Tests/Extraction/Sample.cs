using System.Text;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Tests.Extraction;

/// <summary>Pages as the tests serve them.</summary>
internal static class Sample
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    internal static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("UTC+8", TimeSpan.FromHours(8), "UTC+8", "UTC+8");
    internal static readonly Source Source = new() { Id = "sample", Name = "示例", Start = [new Uri("http://news.example.cn/")], Region = "益阳" };

    internal static Encoding Gb => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    internal static DateTimeOffset At(string wall) => new(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    internal static Page Page(string html, string url = "http://news.example.cn/2026/1124/c100-12345.html", Encoding? encoding = null, string? contentType = "text/html; charset=utf-8") =>
        Page((encoding ?? Encoding.UTF8).GetBytes(html), url, contentType);

    internal static Page Page(byte[] body, string url = "http://news.example.cn/2026/1124/c100-12345.html", string? contentType = "text/html") =>
        new() { RequestedUrl = new Uri(url), Url = new Uri(url), Status = 200, Body = body, ContentType = contentType, FetchedAt = Now };

    internal static DocumentReading Item(Page page) => new PageReader().ReadItem(page, Source, Zone, null);

    internal static ListReading List(Page page, SourceKind kind = SourceKind.Auto) => new PageReader().ReadList(page, Source with { Kind = kind }, Zone);
}
