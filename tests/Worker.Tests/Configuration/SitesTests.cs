using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class SitesTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_site_is_read_with_all_its_keys()
    {
        _folder.Write("sites/a.yaml", """
            - id: sample-forum
              name: 示例论坛
              kind: discuz
              tier: selfMedia
              region: 益阳
              start: ["http://bbs.example.cn/forum-2-1.html"]
              every: 2m
              delay: 0s
              listPages: all
              headers: { Referer: "https://bbs.example.cn/", X-Key: k }
              cookies: true
              certificateSha256: "AA:bb000000000000000000000000000000000000000000000000000000000000"
              select: { title: "h1.t", text: "div.content > p", time: ".date" }
              enabled: false
            - id: second
              start: ["https://news.example.cn/feed"]
            """);

        var sources = _folder.Good().Crawling.Sources;

        Assert.Multiple(() =>
        {
            Assert.That(sources, Has.Count.EqualTo(2));
            Assert.That(sources[0].Select, Is.EqualTo(new SourceSelectors { Title = "h1.t", Text = "div.content > p", Time = ".date" }));
            Assert.That(sources[0].Kind, Is.EqualTo(SourceKind.Discuz));
            Assert.That(sources[0].Tier, Is.EqualTo(SourceTier.SelfMedia));
            Assert.That(sources[0].Start, Is.EqualTo(new[] { new Uri("http://bbs.example.cn/forum-2-1.html") }));
            Assert.That(sources[0].Every, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(sources[0].Delay, Is.EqualTo(TimeSpan.Zero));
            Assert.That(sources[0].ListPages, Is.EqualTo(int.MaxValue));
            Assert.That(sources[0].Headers, Is.EqualTo(new Dictionary<string, string> { ["Referer"] = "https://bbs.example.cn/", ["X-Key"] = "k" }));
            Assert.That((sources[0].Adaptive, sources[1].Adaptive, sources[1].Every), Is.EqualTo((false, true, TimeSpan.FromMinutes(5))));
            Assert.That(sources[0].Cookies, Is.True);
            Assert.That(sources[0].CertificateSha256, Is.EqualTo("AABB" + new string('0', 60)));
            Assert.That(sources[0].Enabled, Is.False);
            Assert.That(sources[1], Is.EqualTo(sources[1] with { Name = "second", Kind = SourceKind.Auto, Tier = SourceTier.Portal, Region = null, Delay = null, ListPages = 1, Enabled = true }));
        });
    }

    [Test]
    public void A_site_built_by_script_is_read_with_the_hosts_its_scripts_need()
    {
        _folder.Write("sites/a.yaml", "- { id: a, start: ['http://a.test/'], render: true, renderHosts: [cdn.A.test, lib.test] }\n- { id: b, start: ['http://b.test/'] }\n");

        var sources = _folder.Good().Crawling.Sources;

        Assert.That((sources[0].Render, sources[1].Render), Is.EqualTo((true, false)));
        Assert.That(sources[0].RenderHosts, Is.EqualTo(["cdn.a.test", "lib.test"]));
    }

    [TestCase("render: true", "sites/a.yaml:1:47: warning: site.render: there is no Chromium on this machine, and without it nothing of this site can be seen; install one, as with 'apt-get install chromium'")]
    [TestCase("render: true, kind: feed", "sites/a.yaml:1:47: warning: site.render: has no effect on a site of kind feed's lists")]
    [TestCase("renderHosts: [cdn.test]", "sites/a.yaml:1:52: warning: site.renderHosts: has no effect without render: true")]
    [TestCase("render: true, renderHosts: ['http://cdn.test/x']", "sites/a.yaml:1:67: error: site.renderHosts: 'http://cdn.test/x' is no name of a host")]
    [TestCase("render: maybe", "sites/a.yaml:1:47: error: site.render: 'maybe'")]
    public void What_is_wrong_with_the_rendering_of_a_site_is_said_at_its_place(string keys, string expected)
    {
        _folder.Write("opinionwatch.yaml", $"fetch: {{ chromium: '{Path.Combine(_folder.Root, "none")}' }}\n");
        _folder.Write("sites/a.yaml", $"- {{ id: a, start: ['http://a.test/'], {keys} }}\n");

        Assert.That(_folder.Faults(), Has.Some.StartsWith(expected));
    }

    [Test]
    public void The_same_id_in_two_files_names_the_other_place()
    {
        _folder.Complete().Write("sites/a.yaml", "- id: city\n  start: [\"http://a.test/\"]\n");
        _folder.Write("sites/b.yaml", "# second\n- id: city\n  start: [\"http://b.test/\"]\n");

        var fault = _folder.Read().Faults.Single();

        Assert.That(fault.File, Is.EqualTo(Path.Combine(_folder.Path, "sites", "b.yaml")));
        Assert.That((fault.Line, fault.Column), Is.EqualTo((2, 7)));
        Assert.That(fault.Message, Does.Contain("the id 'city' of a site is taken already, at " + Path.Combine(_folder.Path, "sites", "a.yaml") + ":1:7"));
    }

    [TestCase("- id: a b\n  start: [\"http://a.test/\"]", "1:7: error: 'a b' is no id of a site")]
    [TestCase("- start: [\"http://a.test/\"]", "1:3: error: site.id is missing")]
    [TestCase("- id: a", "1:3: error: site.start is missing")]
    [TestCase("- id: a\n  start: []", "2:10: error: site.start is missing")]
    [TestCase("- id: a\n  start: http://a.test/", "2:10: error: site.start is a list")]
    [TestCase("- id: a\n  start: [ftp://a.test/]", "2:11: error: site.start: 'ftp://a.test/' is no address")]
    [TestCase("- id: a\n  start: [a.test]", "2:11: error: site.start: 'a.test' is no address")]
    [TestCase("- id: a\n  start: ['http://u:p@a.test/']", "2:11: error: site.start: an address with user and password")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  every: 0s", "3:10: error: site.every: '0s' is no duration from 1s to 30d")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  select: { title: 'h1[' }", "3:20: error: site.select.title: 'h1[' is no CSS selector, as \"div.article h1\"")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  listPages: 0", "3:14: error: site.listPages: '0' is no count of pages; allowed: 1, 2, 3 … or all")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  kind: discus", "3:9: error: site.kind: 'discus' is not known; did you mean 'discuz'?; allowed: auto, feed")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  tier: city", "3:9: error: site.tier: 'city' is not known; allowed: central, provincial")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  enabled: yes", "3:12: error: site.enabled: 'yes' is not known; allowed: true, false")]
    [TestCase("- id: a\n  start: ['http://a.test/{yyyy}/{DD}/1.htm']\n  kind: epaper", "2:11: error: site.start: 'http://a.test/{yyyy}/{DD}/1.htm' holds braces that are no day")]
    [TestCase("- id: a\n  start: ['http://a.test/{yyyy}/1.htm']\n  kind: list", "2:11: error: site.start: 'http://a.test/{yyyy}/1.htm' holds braces that are no day")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  kind: epaper", "2:11: warning: site.start: without {yyyy}, {MM} and {dd}", false)]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  kind: json\n  json: { items: 'data..list' }", "4:18: error: site.json.items: 'data..list' is no path")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  kind: json\n  json: { url: 'http://a.test/{id' }", "4:16: error: site.json.url: 'http://a.test/{id' is neither a path")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  kind: json\n  json: { link: url }", "4:11: error: unknown key 'link' in site.json")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  headers: { user-agent: x }", "3:14: error: site.headers: 'user-agent' is not for a site to set; fetch.userAgent says who asks")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  headers: [x]", "3:12: error: site.headers: holds names with values")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  headers: { 'X Y': x }", "3:14: error: site.headers: 'X Y' is no name of a header")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  headers: { X: 中 }", "3:17: error: site.headers.X: the value is plain ASCII")]
    [TestCase("- id: a\n  start: ['http://a.test/']\n  certificateSha256: abc", "3:22: error: site.certificateSha256: is a SHA-256 fingerprint")]
    [TestCase("id: a\nstart: ['http://a.test/']", "1:1: error: the file is a list of sites")]
    [TestCase("- a\n-", "1:3: error: site holds keys with values")]
    public void A_fault_of_a_site_names_its_place(string text, string fault, bool refuses = true)
    {
        _folder.Write("sites/a.yaml", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(Path.Combine("sites", "a.yaml") + ":" + fault));
        Assert.That(_folder.Read().Configuration, refuses ? Is.Null : Is.Not.Null);
    }

    [Test]
    public void A_file_that_looks_meant_and_is_not_read_is_warned_of()
    {
        _folder.Complete().Write("sites/a.yml", "- id: a\n").Write("sites/.#a.yaml", "x").Write("sites/b.yaml~", "x").Write("contact.yaml", "");

        Assert.That(_folder.Faults().Select(fault => fault.Split(": ")[0]), Is.EqualTo(new[] { "contact.yaml:1:1", Path.Combine("sites", "a.yml") + ":1:1" }));
    }

    [Test]
    public void Anchors_and_merged_keys_give_several_sites_what_they_share()
    {
        _folder.Write("sites/a.yaml", """
            - &city { id: a, tier: official, start: ["http://a.test/"], every: 1h }
            - { <<: *city, id: b, start: ["http://b.test/"] }
            """);

        var second = _folder.Good().Crawling.Sources[1];

        Assert.That((second.Id, second.Tier, second.Every), Is.EqualTo(("b", SourceTier.Official, TimeSpan.FromHours(1))));
    }
}
