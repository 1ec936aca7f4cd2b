using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>What others read of the service: <c>/metrics</c>, <c>/api/search</c>, <c>/openapi/v1.json</c>.</summary>
[NonParallelizable]
public sealed partial class ObservationTests
{
    [Test]
    public async Task Figures_parse_move_with_the_work_and_name_nobody()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();
        var grave = Publish(scene, 0);
        await Conservation.UntilToldAsync(service, scene, [grave], TimeSpan.FromSeconds(60));

        var (status, text) = await service.GetTextAsync("/metrics");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), text);
        var rows = Parse(text);
        Assert.Multiple(() =>
        {
            Assert.That(Sum(rows, "opinionwatch_fetches_total", "outcome=\"fetched\""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_fetch_bytes_total", ""), Is.GreaterThan(100));
            Assert.That(Sum(rows, "opinionwatch_documents_total", "outcome=\"opened\""), Is.EqualTo(1));
            Assert.That(Sum(rows, "opinionwatch_findings_total", "level=\"critical\""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_detection_delay_seconds_count", ""), Is.EqualTo(1));
            Assert.That(Sum(rows, "opinionwatch_alert_delay_seconds_count", ""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_incidents", "level=\"critical\""), Is.EqualTo(1));
            Assert.That(Sum(rows, "opinionwatch_clocks", "state=\"running\""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_sources", ""), Is.EqualTo(4));
            Assert.That(Sum(rows, "opinionwatch_source_seeing", "site=\"site-0\""), Is.EqualTo(1));
            Assert.That(Sum(rows, "opinionwatch_sends_total", "result=\"sent\""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_queue", "queue=\"frontier\""), Is.GreaterThan(0));
            Assert.That(Sum(rows, "opinionwatch_process_threads", ""), Is.GreaterThan(1));
            Assert.That(rows.Keys, Has.Some.StartsWith("dotnet_gc_collections_total").And.Some.StartsWith("dotnet_process_memory_working_set_bytes"));
            Assert.That(text, Does.Not.Contain("127.0.0.1").And.Not.Contain("example.gov.cn").And.Not.Contain("滑坡"));
        });
        await service.UntilAsync(
            async () => Sum(Parse((await service.GetTextAsync("/metrics")).Body), "opinionwatch_fetches_total", "") > Sum(rows, "opinionwatch_fetches_total", ""),
            TimeSpan.FromSeconds(20),
            "the counters to move");
    }

    [Test]
    public async Task Figures_are_for_this_machine_or_a_token()
    {
        await using var scene = await Scene.SetAsync();
        await using var service = await scene.StartServiceAsync();

        var forwarded = await service.GetTextAsync("/metrics", token: null, ("X-Forwarded-For", "192.0.2.7"));
        var wrong = await service.GetTextAsync("/metrics", "wrong");
        var right = await service.GetTextAsync("/metrics", ServiceProcess.Token, ("X-Forwarded-For", "192.0.2.7"));

        Assert.That(new[] { forwarded.Status, wrong.Status, right.Status }, Is.EqualTo(new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.OK }));
    }

    [Test]
    public async Task A_post_is_found_within_seconds_and_the_index_is_built_again_when_it_is_lost_or_damaged()
    {
        await using var scene = await Scene.SetAsync();
        var index = Path.Combine(scene.Data, "search");
        await using (var service = await scene.StartServiceAsync())
        {
            var graves = Enumerable.Range(0, 6).Select(n => Publish(scene, n)).ToList();
            await Conservation.UntilToldAsync(service, scene, graves, TimeSpan.FromSeconds(60));
            await service.UntilAsync(async () => await CountAsync(service, "滑坡") >= 6, TimeSpan.FromSeconds(10), "six posts to be found");
            var (_, body) = await service.GetAsync("/api/search?q=" + Uri.EscapeDataString("\"两人被埋\" 梅城镇"));
            var hit = body!["items"]!.AsArray().Single()!;
            Assert.That(hit["title"]!.GetValue<string>(), Does.Contain("梅城镇"));
            Assert.That(hit["titleMarks"]!.AsArray(), Is.Not.Empty);
            Assert.That(hit["incidentId"], Is.Not.Null);
            await service.StopAsync();
        }

        Directory.Delete(index, recursive: true);
        await using (var service = await scene.StartServiceAsync())
        {
            await service.UntilAsync(async () => await CountAsync(service, "滑坡") >= 6, TimeSpan.FromSeconds(20), "the index to be built again");
            await service.StopAsync();
        }

        foreach (var file in Directory.EnumerateFiles(index))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3]);
        }

        await using var last = await scene.StartServiceAsync();
        await last.UntilAsync(async () => await CountAsync(last, "滑坡") >= 6, TimeSpan.FromSeconds(20), "the damaged index to be built again");
    }

    [TestCase("")]
    [TestCase("q=")]
    [TestCase("q=%22abc")]
    [TestCase("q=...!!!")]
    [TestCase("q=a&from=yesterday")]
    [TestCase("q=a&level=terrible")]
    [TestCase("q=a&area=moon")]
    [TestCase("q=a&sort=random")]
    [TestCase("q=a&cursor=-1")]
    [TestCase("q=a&cursor=99999999999999999999999")]
    [TestCase("q=a&sort=relevance&cursor=100000")]
    [TestCase("q=1+2+3+4+5+6+7+8+9+a+b+c+d+e+f+g+h+i+j")]
    public async Task A_hostile_query_is_answered_with_words(string query)
    {
        var service = await SharedAsync();

        var (status, body) = await service.GetAsync("/api/search?" + query);
        var longest = await service.GetAsync("/api/search?q=" + new string('a', 3000));
        var odd = await service.GetAsync("/api/search?q=" + Uri.EscapeDataString("c:* AND (\u0001\ud83d\ude00 OR [a TO b] ~ \\ /.*/"));

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(body!["detail"]!.GetValue<string>(), Is.Not.Empty);
        Assert.That(longest.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(odd.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.GetAsync("/api/search?q=a", token: null)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task The_description_of_the_calls_names_them_all()
    {
        var service = await SharedAsync();

        var (status, body) = await service.GetAsync("/openapi/v1.json", token: null);

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        var paths = body!["paths"]!.AsObject().Select(path => path.Key).ToList();
        Assert.That(paths, Is.SupersetOf(new[]
        {
            "/health/live", "/health/ready", "/metrics", "/api/incidents", "/api/incidents/{id}", "/api/incidents/{id}/acknowledge", "/api/incidents/{id}/reports", "/api/incidents/{id}/level",
            "/api/incidents/{id}/close", "/api/incidents/{id}/dismiss", "/api/incidents/{id}/merge", "/api/incidents/{id}/split", "/api/documents", "/api/sources", "/api/configuration", "/api/search",
        }));
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (_shared is { } shared)
        {
            await shared.Service.DisposeAsync();
            await shared.Scene.DisposeAsync();
        }
    }

    private static (Scene Scene, ServiceProcess Service)? _shared;

    private static async Task<ServiceProcess> SharedAsync()
    {
        if (_shared is null)
        {
            var scene = await Scene.SetAsync();
            var service = await scene.StartServiceAsync();
            await service.UntilAsync(async () => (await service.GetAsync("/api/search?q=a")).Status == HttpStatusCode.OK, TimeSpan.FromSeconds(20), "the index to be open");
            _shared = (scene, service);
        }

        return _shared.Value.Service;
    }

    private static async Task<int> CountAsync(ServiceProcess service, string words)
    {
        var (status, body) = await service.GetAsync("/api/search?q=" + Uri.EscapeDataString(words));
        return status == HttpStatusCode.OK ? body!["items"]!.AsArray().Count : 0;
    }

    private static string Publish(Scene scene, int n)
    {
        var site = scene.Sites[n % scene.Sites.Count];
        var post = Posts.Relevant(n);
        site.Publish(post);
        return site.AddressOf(post).AbsoluteUri;
    }

    private static double Sum(Dictionary<string, double> rows, string name, string label) =>
        rows.Where(row => (row.Key == name || row.Key.StartsWith(name + "{", StringComparison.Ordinal)) && row.Key.Contains(label, StringComparison.Ordinal)).Sum(row => row.Value);

    /// <summary>Every line is a comment or a row of the text format.</summary>
    private static Dictionary<string, double> Parse(string text)
    {
        var rows = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'))
        {
            var row = RowPattern().Match(line);
            Assert.That(row.Success, line);
            rows[row.Groups[1].Value] = double.Parse(row.Groups[2].Value.Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }

        return rows;
    }

    [GeneratedRegex("""^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\.)*",?)*\})?) (\S+)(?: [0-9]+)?$""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowPattern();
}
