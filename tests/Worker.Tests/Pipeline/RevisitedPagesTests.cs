using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Pipeline;

/// <summary>What the pipeline answers when a page comes again, and what it keeps of changes of it; on the shipped rules and a real store.</summary>
public sealed class RevisitedPagesTests
{
    private static readonly Source Site = new() { Id = "news", Name = "示例", Kind = SourceKind.List, Start = [new Uri("http://news.example.cn/")], Every = TimeSpan.FromMinutes(5) };

    private string _data = null!;
    private EmbeddedStore _store = null!;
    private WebApplication _web = null!;
    private PostPipeline _pipeline = null!;

    [SetUp]
    public async Task SetUp()
    {
        _data = Directory.CreateTempSubdirectory("opinionwatch-revisit-").FullName;
        var folder = Path.Combine(Repository.Root, "config");
        _store = await EmbeddedStore.OpenAsync(_data, TimeProvider.System, NullLoggerFactory.Instance, default);
        _web = ServiceHost.Build(_store, new ConfigurationOrigin(folder, _data, _ => null), ConfigurationReader.Read(folder, _data, _ => null), NullLoggerFactory.Instance);
        _pipeline = _web.Services.GetRequiredService<PostPipeline>();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _web.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Test]
    public async Task What_concerns_another_area_is_not_looked_at_again_however_often_it_comes()
    {
        var elsewhere = Document("a", "河北省沧州市一村庄遭强拆", "河北省沧州市某村村民反映，昨夜一伙人强拆民房，无人过问。");
        var here = Document("b", "益阳市赫山区一村庄遭强拆", "益阳市赫山区某村村民反映，昨夜一伙人强拆民房，无人过问。");

        List<PageReception> receptions = [];
        for (var time = 0; time < 3; time++)
        {
            receptions.Add(await _pipeline.AcceptAsync(PageOf(elsewhere, here), default));
        }

        Assert.That(receptions.SelectMany(reception => reception.Matched), Is.EqualTo(["b", "b", "b"]));
    }

    [Test]
    public async Task Two_floors_deleted_together_are_recorded_both_and_one_told_twice_once()
    {
        var page = PageOf(
            Document("b", "益阳市赫山区一村庄遭强拆", "益阳市赫山区某村村民反映，昨夜一伙人强拆民房，无人过问。"),
            Document("c", "益阳市赫山区一村庄遭强拆", "益阳市赫山区我家也被强拆了，家里老人受伤，至今无人过问。"));
        await _pipeline.AcceptAsync(page, default);

        foreach (var id in new[] { "b", "c", "b" })
        {
            await _pipeline.RecordAsync(new PageChange(Site, id, SourceChange.Removed, "该楼层已不在页面上", page.Page), default);
        }

        var incidents = await _web.Services.GetRequiredService<IncidentDesk>().ListAsync(default);
        Assert.That(incidents.SelectMany(incident => incident.Audit).Where(entry => entry.Act == "sourceRemoved").Select(entry => entry.Document), Is.EquivalentTo(["b", "c"]));
    }

    private static Document Document(string id, string title, string text) => new()
    {
        Id = id,
        Url = "http://news.example.cn/t/1",
        CanonicalUrl = "http://news.example.cn/t/1",
        Site = "news",
        Title = title,
        Text = text,
        ContentHash = id,
    };

    private static CrawledPage PageOf(params Document[] documents) =>
        new(Site, new Page { RequestedUrl = new Uri("http://news.example.cn/t/1"), Url = new Uri("http://news.example.cn/t/1"), Status = 200, Body = "一页"u8.ToArray(), FetchedAt = TimeProvider.System.GetUtcNow() }, documents);
}
