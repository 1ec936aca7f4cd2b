using System.Diagnostics;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Crawling.Health;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.Model;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Rendering;

/// <summary>Sites whose pages are built by script, with the real Chromium.</summary>
[Category("RealServer")]
[NonParallelizable]
public sealed class ChromiumTests
{
    private const string Framework = """
        const show = html => { document.getElementById('app').innerHTML = html; };
        const list = () => fetch('/api/list').then(answer => answer.json()).then(data => show('<ul>' + data.map(item => `<li><a href="/a/${item.id}.html">${item.title}</a></li>`).join('') + '</ul>'));
        const article = id => { const ask = new XMLHttpRequest(); ask.open('POST', '/api/article'); ask.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
          ask.onload = () => { const data = JSON.parse(ask.responseText); document.title = data.title; show(`<h1>${data.title}</h1><div class="time">${data.time}</div><div class="content"><p>${data.text}</p></div>`); }; ask.send('id=' + id); };
        """;

    private LoopbackSite _site = null!;
    private LoopbackSite _bait = null!;
    private Rig _rig = null!;

    [SetUp]
    public async Task SetUp()
    {
        Assert.That(ChromiumFinder.Find(null), Is.Not.Null, "tests/run installs it; elsewhere leave the category RealServer out");
        _site = await LoopbackSite.StartAsync();
        _bait = await LoopbackSite.StartAsync();
        _rig = new Rig(TimeProvider.System, new PageReader());
        _rig.Options.Value = _rig.Options.Value with { Timeout = TimeSpan.FromSeconds(10), RenderTimeout = TimeSpan.FromSeconds(20) };
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _bait.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_site_whose_list_and_articles_are_built_by_script_is_seen_and_asked_no_more_than_needed()
    {
        Build();

        await CrawlAsync();

        Assert.That(_rig.Sink.Documents.Select(document => document.Title), Is.EquivalentTo(["甲村三户的房子昨夜被推倒", "乙镇后山的石料场仍在开采", "丙街的拆迁补偿至今没有到账"]));
        Assert.That(_rig.Sink.Documents.Select(document => document.Text), Is.All.Contains("请有关部门尽快处理"));
        Assert.That(_rig.Sink.Pages.Select(page => page.Page.Headers.Single(header => header.Key == RenderedPage.Mark).Value), Is.All.EqualTo("Chromium"));
        Assert.That(_site.Requests.Select(request => request.Path).Order(), Is.EqualTo(new[] { "/a/1001.html", "/a/1002.html", "/a/1003.html", "/api/article", "/api/article", "/api/article", "/api/list", "/app.js", "/list", "/robots.txt" }));
    }

    [Test]
    public async Task Every_request_of_a_page_keeps_the_pause_of_its_host_and_the_robots_of_its_site()
    {
        Build();
        _site.Set("/robots.txt", Answer.Text("User-agent: *\nDisallow: /api/secret\n"));
        _site.Set("/list", Answer.Html("<body><div id='app'></div><img src='/i.png'><script src='/app.js'></script><script>fetch('/api/secret'); list();</script></body>"));
        _rig.Options.Value = _rig.Options.Value with { Delay = TimeSpan.FromMilliseconds(400) };

        await CrawlAsync();

        Assert.That(_site.Requests.Zip(_site.Requests.Skip(1), (one, next) => (next.ArrivedAt - one.ArrivedAt).TotalMilliseconds), Is.All.GreaterThanOrEqualTo(380));
        Assert.That(_site.MostConcurrentRequests, Is.EqualTo(1));
        Assert.That(_site.Count("/api/secret") + _site.Count("/i.png"), Is.Zero);
        Assert.That(_rig.Sink.Documents, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Nothing_a_page_tries_reaches_a_host_that_is_not_its_own()
    {
        var bait = $"localhost:{_bait.Root.Port}";
        Build();
        _site.Set("/list", Answer.Html($$"""
            <head><link rel="stylesheet" href="http://{{bait}}/s.css"><link rel="preconnect" href="http://{{bait}}"><link rel="prefetch" href="http://{{bait}}/p"><link rel="icon" href="http://{{bait}}/f.ico"></head>
            <body><div id="app"></div><img src="http://{{bait}}/i.png"><iframe src="http://{{bait}}/f.html"></iframe><video src="http://{{bait}}/v.mp4" autoplay></video>
            <script src="http://{{bait}}/x.js"></script><script src="/app.js"></script>
            <script>
              alert('!'); confirm('?');
              new WebSocket('ws://{{bait}}/ws'); new EventSource('http://{{bait}}/es'); navigator.sendBeacon('http://{{bait}}/b', 'x'); window.open('http://{{bait}}/o');
              fetch('http://{{bait}}/x', { mode: 'no-cors' }); fetch('http://{{bait}}/y', { method: 'POST', body: 'x', mode: 'no-cors' }); new Image().src = 'http://{{bait}}/j.png';
              try { new Worker(URL.createObjectURL(new Blob(["fetch('http://{{bait}}/w'); importScripts('http://{{bait}}/wi.js')"]))); } catch { }
              try { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:{{bait}}' }] }); peer.createDataChannel('x'); peer.createOffer().then(offer => peer.setLocalDescription(offer)); } catch { }
              const form = document.createElement('form'); form.action = 'http://{{bait}}/form'; form.target = 'elsewhere'; document.body.append(form); form.submit();
              list();
            </script></body>
            """));

        await CrawlAsync();

        Assert.That(_rig.Sink.Documents, Has.Count.EqualTo(3));
        Assert.That(_bait.ConnectionsOpened, Is.Zero);
    }

    [Test]
    public async Task A_page_that_leads_elsewhere_by_script_is_followed_on_its_own_site_and_nowhere_else()
    {
        Build();
        _site.Set("/list", Answer.Html("<script>location.replace('/list2')</script>"))
            .Set("/list2", Answer.Html($"<body><div id='app'></div><script src='/app.js'></script><script>list(); setTimeout(() => {{ location.href = 'http://localhost:{_bait.Root.Port}/'; }}, 300)</script></body>"));

        await CrawlAsync();

        Assert.That(_rig.Sink.Documents, Has.Count.EqualTo(3));
        Assert.That(_bait.ConnectionsOpened, Is.Zero);
    }

    [TestCase("while (true) { }", "运行不停")]
    [TestCase("document.body.append('汉'.repeat(6000000))", "超过")]
    public async Task A_page_that_cannot_be_rendered_is_named_and_the_next_one_is_rendered_all_the_same(string script, string why)
    {
        Build();
        _rig.Options.Value = _rig.Options.Value with { RenderTimeout = TimeSpan.FromSeconds(3) };
        _site.Set("/bad", Answer.Html($"<body><p>前面</p><script>{script}</script></body>"));
        _rig.Watch(Source(), Source() with { Id = "bad", Start = [_site.Url("/bad")] });
        using var crawler = _rig.Create();

        await crawler.CrawlOnceAsync(["bad"], default);
        var health = crawler.Health().Single(source => source.Id == "bad");
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(health.State, Is.EqualTo(SourceState.Blind));
        Assert.That(health.Why, Does.Contain(why));
        Assert.That(_rig.Sink.Documents, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_page_whose_data_are_refused_for_now_is_asked_for_later_and_not_taken_for_an_empty_one()
    {
        Build();
        _site.Set("/api/list", Answer.With(429, ("Retry-After", "600")));
        _rig.Watch(Source());
        using var crawler = _rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(crawler.Health()[0].Why, Does.Contain("降低频率"));
        Assert.That(_rig.Store.Entries.Single().Usual, Is.Zero);
    }

    [Test]
    public async Task A_page_whose_data_do_not_come_is_read_when_they_do_and_not_as_an_empty_frame()
    {
        Build();
        var article = 0;
        _site.Set("/a/1001.html", Answer.Html("<html><head><title>甲村要闻网欢迎您</title></head><body><div id='app'>正在加载，请稍候。本站提供甲村及周边的新闻与服务信息，欢迎投稿。</div><script src='/app.js'></script><script>article(1001)</script></body></html>"))
            .Set("/api/list", Answer.Text("""[{"id":1001,"title":"甲村三户的房子昨夜被推倒"}]"""))
            .Set("/api/article", Answer.From(_ => ++article == 1 ? Answer.Reset() : Answer.Text("""{"title":"甲村三户的房子昨夜被推倒","time":"2026-11-24 08:00","text":"住在附近的人说事情已经有一阵子了，打过几次电话也没有结果，请有关部门尽快处理。"}""")));
        _rig.Watch(Source());
        using var crawler = _rig.Create();

        await crawler.CrawlOnceAsync(["s"], default);
        var before = _rig.Sink.Documents.Count;
        await crawler.CrawlOnceAsync(["s"], default);

        Assert.That(before, Is.Zero, "A frame without its data is no article.");
        Assert.That(_rig.Sink.Documents.Select(document => document.Text), Has.One.Contains("请有关部门尽快处理"));
    }

    [Test]
    public async Task A_page_that_asks_for_the_same_without_end_is_taken_once_it_is_there()
    {
        Build();
        _site.Set("/api/news", Answer.Text("{}"));
        _site.Set("/list", Answer.Html("<body><div id='app'></div><script src='/app.js'></script><script>list(); setInterval(() => fetch('/api/news?' + Math.random()), 100);</script></body>"));
        _rig.Options.Value = _rig.Options.Value with { RenderTimeout = TimeSpan.FromMinutes(10) };
        var watch = Stopwatch.StartNew();

        await CrawlAsync();

        Assert.That(_site.Requests.Count(request => request.Path.StartsWith("/api/news", StringComparison.Ordinal)), Is.EqualTo(5));
        Assert.That(_rig.Sink.Documents, Has.Count.EqualTo(3));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task The_browser_ends_by_itself_when_the_service_is_gone()
    {
        using var chromium = ChromiumProcess.Start(ChromiumFinder.Find(null)!, TimeProvider.System);
        await chromium.Pipe.SendAsync("Browser.getVersion", null, null, TimeSpan.FromSeconds(30), default);
        using var process = Process.GetProcessById(chromium.Id);

        chromium.Pipe.Dispose();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        await process.WaitForExitAsync(limit.Token);

        Assert.That(process.HasExited, Is.True);
    }

    private async Task CrawlAsync()
    {
        _rig.Watch(Source());
        using var crawler = _rig.Create();
        await crawler.CrawlOnceAsync(["s"], default);
    }

    private Source Source() => Rig.SourceOf(_site) with { Render = true };

    private void Build()
    {
        string[] titles = ["甲村三户的房子昨夜被推倒", "乙镇后山的石料场仍在开采", "丙街的拆迁补偿至今没有到账"];
        _site.Set("/app.js", Answer.Bytes(System.Text.Encoding.UTF8.GetBytes(Framework), "application/javascript; charset=utf-8"))
            .Set("/list", Answer.Html("<html><head><meta charset='gb2312'><title>要闻</title></head><body><div id='app'>正在加载……</div><script src='/app.js'></script><script>list()</script></body></html>"))
            .Set("/api/list", Answer.Text($"[{string.Join(',', titles.Select((title, i) => $$"""{"id":{{i + 1001}},"title":"{{title}}"}"""))}]"))
            .Set("/api/article", Answer.From(request =>
            {
                using var reader = new StreamReader(request.Body);
                var id = int.Parse(reader.ReadToEnd().Split('=')[1], System.Globalization.CultureInfo.InvariantCulture);
                return Answer.Text($$"""{"title":"{{titles[id - 1001]}}","time":"2026-11-24 08:00","text":"{{titles[id - 1001]}}，住在附近的人说事情已经有一阵子了，打过几次电话也没有结果，请有关部门尽快处理，并把结果告诉大家。"}""");
            }));
        for (var id = 1001; id <= 1003; id++)
        {
            _site.Set($"/a/{id}.html", Answer.Html($"<html><head><title>正在加载</title></head><body><div id='app'></div><script src='/app.js'></script><script>article({id})</script></body></html>"));
        }
    }
}
