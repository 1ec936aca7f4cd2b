using System.Net;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Tests.Support;
using OpinionWatch.TestKit;

namespace OpinionWatch.Crawling.Tests.Frontier;

/// <summary>Outages of sites and of our own: what waited to be fetched is fetched when they are over.</summary>
public sealed class OutageTests
{
    private FakeTimeProvider _clock = null!;
    private LoopbackSite _site = null!;
    private Rig _rig = null!;
    private bool _isDown;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        _site = await LoopbackSite.StartAsync(time: _clock);
        _rig = new Rig(_clock);
        _isDown = false;
    }

    [TearDown]
    public async Task TearDown()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }

    [TestCase(0)]
    [TestCase(502)]
    [TestCase(403)]
    public async Task What_waited_while_a_site_was_down_for_hours_is_read_when_it_is_back(int status)
    {
        Serve("/list", "/a|甲村的路塌了\n/b|乙村的桥断了", status);
        Serve("/a", "村民说路塌了", status);
        Serve("/b", "村民说桥断了", status);
        _rig.Options.Value = _rig.Options.Value with { Delay = TimeSpan.FromSeconds(10) };
        _rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _site.Count("/list") == 1);

        _isDown = true;
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(5));
        var told = _rig.Sink.Documents.Select(document => document.Title).ToList();
        _isDown = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Store.Entries.Count == 1, most: 200);

        Assert.That(told, Is.EquivalentTo(["甲村的路塌了", "乙村的桥断了"]), "What the list says is told meanwhile, and once.");
        Assert.That(_rig.Sink.Documents.TakeLast(2).Select(document => document.Text), Is.EquivalentTo(["村民说路塌了", "村民说桥断了"]));
    }

    [TestCase(2, 30, 0)]
    [TestCase(120, 90, 1)]
    public async Task A_login_or_captcha_at_the_end_of_an_outage_costs_no_item_and_its_headline_is_told_once(int minutesDown, int minutesStrange, int headlines)
    {
        var isStrange = false;
        _site.Set("/list", Answer.Text("/a|甲村的路塌了"))
            .Set("/a", Answer.From(_ => _isDown ? Answer.With(502) : Answer.Text(isStrange ? "fault: 页面要求验证" : "村民说路塌了")));
        (_isDown, isStrange) = (true, true);
        _rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(1), () => _site.Count("/a") == 1);

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(minutesDown));
        _isDown = false;
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(minutesStrange));
        var told = _rig.Sink.Documents.Count;
        isStrange = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(10), () => _rig.Store.Entries.Count == 1, most: 400);

        Assert.That(told, Is.EqualTo(headlines));
        Assert.That(_rig.Sink.Documents[^1].Text, Is.EqualTo("村民说路塌了"));
    }

    [Test]
    public async Task An_item_that_turns_out_unreadable_after_an_outage_is_looked_at_twice_and_told_once()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", Answer.From(_ => _isDown ? Answer.With(502) : Answer.Text("fault: 这是 PDF")));
        _isDown = true;
        _rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromHours(2));
        var asked = _site.Count("/a");

        _isDown = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Store.Entries.Count == 1, most: 200);

        Assert.That(_site.Count("/a") - asked, Is.EqualTo(2));
        Assert.That(_rig.Sink.Documents.Select(document => document.Title), Is.EqualTo(["甲村的路塌了"]));
    }

    [Test]
    public async Task A_further_page_of_a_list_that_fails_for_hours_is_read_when_it_is_back()
    {
        _site.Set("/list", Answer.Text("/a|甲\nnext: /list2")).Set("/a", Answer.Text("甲")).Set("/b", Answer.Text("乙"));
        Serve("/list2", "/b|乙村的桥断了", 500);
        _isDown = true;
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(2), listPages: 2)).Start();

        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(30), TimeSpan.FromHours(3));
        var asked = _site.Count("/list2");
        _isDown = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Sink.Documents.Any(document => document.Title == "乙村的桥断了"), most: 100);

        Assert.That(asked, Is.InRange(6, 12));
    }

    [Test]
    public async Task A_further_page_of_a_list_that_fails_for_ever_is_given_up()
    {
        _site.Set("/list", Answer.Text("/a|甲\nnext: /list2")).Set("/a", Answer.Text("甲")).Set("/list2", Answer.With(500));
        _rig.Watch(Rig.SourceOf(_site, every: TimeSpan.FromMinutes(2), listPages: 2)).Start();
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _site.Count("/list2") == 1);

        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromMinutes(1), () => _rig.Store.Entries.Count == 1, most: 14 * 60);

        Assert.That(_site.Count("/list2"), Is.LessThan(30));
    }

    [Test]
    public async Task A_network_that_answers_every_name_with_an_address_of_its_own_for_a_while_loses_nothing()
    {
        await using var other = await LoopbackSite.StartAsync(time: _clock);
        other.Set("/a", Answer.Text("村民说路塌了"));
        _rig.Options.Value = _rig.Options.Value with { AllowAddresses = [], AllowEndpoints = [new IPEndPoint(IPAddress.Loopback, _site.Root.Port)] };
        _site.Set("/list", Answer.Text($"http://localhost:{other.Root.Port}/a|甲村的路塌了\nhttp://10.1.2.3/b|乙村的桥断了"));
        _rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));
        var told = _rig.Sink.Documents.Select(document => document.Title).ToList();

        _rig.Options.Value = _rig.Options.Value with { AllowAddresses = ["127.0.0.0/8", "::1/128"] };
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Store.Entries.Count == 1, most: 200);

        Assert.That(told, Is.EqualTo(["乙村的桥断了"]), "An internal address in the link itself is no outage.");
        Assert.That(_rig.Sink.Documents[^1].Text, Is.EqualTo("村民说路塌了"));
    }

    [Test]
    public async Task A_public_address_in_the_link_that_a_login_of_the_network_leads_inside_for_a_while_loses_nothing()
    {
        _site.Set("/list", Answer.Text("/a|甲村的路塌了")).Set("/a", Answer.From(_ => _isDown ? Answer.Redirect("http://10.1.2.3/login") : Answer.Text("村民说路塌了")));
        _isDown = true;
        _rig.Watch(Rig.SourceOf(_site)).Start();
        await Rig.AdvanceByAsync(_clock, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(10));

        _isDown = false;
        await Rig.AdvanceUntilAsync(_clock, TimeSpan.FromSeconds(30), () => _rig.Store.Entries.Count == 1, most: 200);

        Assert.That(_site.Root.HostNameType, Is.EqualTo(UriHostNameType.IPv4));
        Assert.That(_rig.Sink.Documents.Select(document => document.Text), Is.EqualTo(["村民说路塌了"]));
    }

    private void Serve(string path, string text, int statusWhenDown) =>
        _site.Set(path, Answer.From(_ => !_isDown ? Answer.Text(text) : statusWhenDown == 0 ? Answer.Reset() : Answer.With(statusWhenDown)));
}
