using OpinionWatch.Crawling.Extraction.Epapers;
using OpinionWatch.Crawling.Rendering;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sites/*.yaml</c>.</summary>
internal sealed class SitesSection(Reading reading, Lazy<string?> chromium)
{
    private static readonly string[] Keys = ["id", "name", "kind", "tier", "region", "start", "every", "delay", "listPages", "json", "headers", "cookies", "certificateSha256", "select", "render", "renderHosts", "enabled"];

    private static readonly (string Word, SourceKind Value)[] Kinds =
    [
        ("auto", SourceKind.Auto), ("feed", SourceKind.Feed), ("sitemap", SourceKind.Sitemap), ("list", SourceKind.List),
        ("discuz", SourceKind.Discuz), ("json", SourceKind.Json), ("epaper", SourceKind.Epaper), ("page", SourceKind.Page),
    ];

    private static readonly (string Word, SourceTier Value)[] Tiers =
    [
        ("central", SourceTier.Central), ("provincial", SourceTier.Provincial), ("municipal", SourceTier.Municipal), ("county", SourceTier.County), ("portal", SourceTier.Portal),
        ("forum", SourceTier.Forum), ("social", SourceTier.Social), ("selfMedia", SourceTier.SelfMedia), ("official", SourceTier.Official),
    ];

    private const int MostHosts = 20;

    private readonly Ids _ids = new("site", reading.Faults);
    private readonly Dictionary<string, Place> _starts = new(StringComparer.Ordinal);
    private readonly List<Source> _sources = [];

    /// <summary>All sites so far, in the order of the files.</summary>
    public IReadOnlyList<Source> Sources => _sources;

    /// <summary>Reads one file: a list of sites.</summary>
    public void Read(YamlNode? root)
    {
        switch (root)
        {
            case null:
                break;
            case YamlList list:
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar { IsNull: true })
                    {
                        reading.Faults.Error(item.Place, "an entry of the list of sites is empty");
                    }

                    ReadSite(MapReader.Open(item, "site", reading, Keys));
                }

                break;
            default:
                reading.Faults.Error(root.Place, $"the file is a list of sites, each beginning with '- id: NAME', not {root.Kind}");
                break;
        }
    }

    private void ReadSite(MapReader? site)
    {
        if (site is null)
        {
            return;
        }

        var id = site.Required("id", "a short name of letters, digits and hyphens, as sample-forum");
        var taken = id is null || !_ids.Take(id, site.At("id"), ascii: true);
        var name = site.Text("name");
        var kind = site.Choice("kind", Kinds) ?? SourceKind.Auto;
        var start = ReadStart(site, kind);
        kind = kind == SourceKind.Auto && start.Exists(EpaperAddress.IsDated) ? SourceKind.Epaper : kind;

        var source = new Source
        {
            Id = id ?? "",
            Name = string.IsNullOrWhiteSpace(name) ? id ?? "" : name.Trim(),
            Kind = kind,
            Tier = site.Choice("tier", Tiers) ?? SourceTier.Portal,
            Region = site.Text("region")?.Trim() is { Length: > 0 } region ? region : null,
            Start = start,
            Every = (site.Text("every") == "auto" ? null : site.Duration("every", TimeSpan.FromSeconds(1), TimeSpan.FromDays(30))) ?? TimeSpan.FromMinutes(5),
            Adaptive = site.Text("every") is null or "auto",
            Delay = site.Duration("delay", TimeSpan.Zero, FetchSection.LongestDelay),
            ListPages = ReadListPages(site),
            Json = JsonSection.Read(site, kind),
            Headers = HeadersSection.Read(site),
            Cookies = site.Flag("cookies") ?? false,
            CertificateSha256 = MailSection.ReadFingerprint(site),
            Select = SelectReader.Read(site),
            Render = site.Flag("render") ?? false,
            RenderHosts = ReadHosts(site),
            Enabled = site.Flag("enabled") ?? true,
        };
        CheckRender(site, source);
        if (!taken)
        {
            _sources.Add(source);
        }
    }

    private List<Uri> ReadStart(MapReader site, SourceKind kind)
    {
        var start = new List<Uri>();
        var texts = site.Texts("start", "\"http://bbs.example.cn/forum-2-1.html\"");
        if (texts.Count == 0 && (!site.Has("start") || site.Find("start") is YamlList { Items.Count: 0 }))
        {
            site.Reading.Faults.Error(site.At("start"), "site.start is missing: a list of the addresses a visit begins with, as [\"http://bbs.example.cn/forum-2-1.html\"]");
        }

        foreach (var (text, place) in texts)
        {
            if (Web.Parse(text) is not { } uri)
            {
                site.Reading.Faults.Error(place, $"site.start: '{Shown.Of(text, 120)}' is no address; write one that begins with http:// or https://");
            }
            else if (uri.UserInfo.Length > 0)
            {
                site.Reading.Faults.Error(place, "site.start: an address with user and password is not allowed; only public pages are watched");
            }
            else if (EpaperAddress.HasUnknownMark(uri) || (EpaperAddress.IsDated(uri) && kind is not (SourceKind.Epaper or SourceKind.Auto)))
            {
                site.Reading.Faults.Error(place, $"site.start: '{Shown.Of(text, 120)}' holds braces that are no day; with kind: epaper allowed: {{yyyy}}, {{yy}}, {{MM}}, {{M}}, {{dd}}, {{d}}");
            }
            else
            {
                if (kind == SourceKind.Epaper && !EpaperAddress.IsDated(uri))
                {
                    site.Reading.Faults.Warning(place, "site.start: without {yyyy}, {MM} and {dd} the same address is read every day");
                }

                if (!_starts.TryAdd(uri.AbsoluteUri, place) && _starts[uri.AbsoluteUri] != place)
                {
                    site.Reading.Faults.Warning(place, $"site.start: this address is watched already, at {_starts[uri.AbsoluteUri]}");
                }

                start.Add(uri);
            }
        }

        return start;
    }

    /// <summary>Whether there is a Chromium is said here, where somebody can still do something about it.</summary>
    private void CheckRender(MapReader site, Source source)
    {
        if (source.Render && source.Kind is SourceKind.Feed or SourceKind.Sitemap or SourceKind.Json)
        {
            site.Warning("render", $"has no effect on a site of kind {site.Text("kind")}'s lists, which no script builds; only its articles are rendered");
        }

        if (source is { Render: true, Enabled: true } && chromium.Value is null)
        {
            site.Warning("render", $"there is no Chromium on this machine, and without it nothing of this site can be seen; {ChromiumFinder.Advice}");
        }

        if (source is { Render: false, RenderHosts.Count: > 0 })
        {
            site.Warning("renderHosts", "has no effect without render: true");
        }
    }

    private static List<string> ReadHosts(MapReader site)
    {
        var hosts = new List<string>();
        foreach (var (text, place) in site.Texts("renderHosts", "\"cdn.example.cn\""))
        {
            if (Uri.CheckHostName(text) == UriHostNameType.Dns && hosts.Count < MostHosts)
            {
                hosts.Add(text.ToLowerInvariant());
            }
            else
            {
                site.Reading.Faults.Error(place, $"site.renderHosts: '{Shown.Of(text, 120)}' is no name of a host; write it alone, as cdn.example.cn, at most {MostHosts}");
            }
        }

        return hosts;
    }

    private static int ReadListPages(MapReader site)
    {
        if (site.Text("listPages") is not { } text)
        {
            return 1;
        }

        if (text == "all")
        {
            return int.MaxValue;
        }

        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var pages) && pages >= 1)
        {
            return pages;
        }

        site.Error("listPages", $"'{Shown.Of(text)}' is no count of pages; allowed: 1, 2, 3 … or all");
        return 1;
    }
}
