using System.Net;
using OpinionWatch.Console.Handling;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Handling;

/// <summary>The page of an incident and the forms on it, on the whole service.</summary>
public sealed class IncidentPageTests
{
    private ConsoleScene _scene = null!;

    [OneTimeSetUp]
    public async Task Start() => _scene = await ConsoleScene.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _scene.DisposeAsync();

    [Test]
    public async Task A_matter_is_taken_over_judged_assigned_answered_reported_and_closed_under_the_names_of_those_who_did_it()
    {
        var page = PageOf(await ReportAsync("赫山区一村百余户房屋遭强拆 村民称未获补偿", "11月20日，赫山区泥江口镇一个村的一百多户村民房屋被强拆，村民说没有拿到补偿款，有老人受伤。"));
        using var officer = await _scene.SignInAsync(Role.Officer);
        using var office = await _scene.SignInAsync(Role.Office);
        using var leader = await _scene.SignInAsync(Role.Leader);

        await Do(officer, page, "acknowledge");
        await Do(officer, page, "assess", ("kind", "grave"), ("conclusion", "群众反映属实，风险高"));
        await Do(office, page, "report", ("to", "市委总值班室"), ("reference", "〔2026〕7号"));
        await Do(office, page, "assign", ("section", "征地拆迁处"), ("lead", "王五"), ("people", "赵六、钱七"));
        await Do(officer, page, "handle");
        await Do(officer, page, "draft", ("kind", "statement"), ("text", "我局已介入调查。"));
        await Do(leader, page, "approve", ("version", "statement:1"));
        await Do(office, page, "publish", ("version", "statement:1"), ("link", "https://example.gov.cn/1"), ("at", "2026-01-02T08:30"));
        await Do(leader, page, "level", ("level", "general"), ("why", "核实后没有人员重伤"));
        await Do(office, page, "close", ("outcome", "已依法处置"));

        var incident = (await _scene.Board.FindAsync(page.Split('/')[^1], CancellationToken.None))!;
        var html = await officer.ReadAsync(page);
        Assert.That(incident.State, Is.EqualTo(IncidentState.Closed));
        Assert.That(incident.Audit.Where(entry => entry.By != "system").Select(entry => $"{entry.Act} {entry.By}"), Is.EqualTo(new[]
        {
            "acknowledged officer甲", "assessed officer甲", "reported office甲", "assigned office甲", "handling officer甲",
            "drafted:Statement:1 officer甲", "approved:Statement:1 leader甲", "published:Statement:1 office甲", "lowered leader甲", "closed office甲",
        }));
        Assert.That(incident.Texts.Single().PublishedAt, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 8, 30, 0, TimeSpan.FromHours(8))));
        Assert.That(html, Does.Contain("市委总值班室").And.Contain("征地拆迁处").And.Contain("我局已介入调查。").And.Contain("已办结").And.Contain("<mark"));
    }

    [Test]
    public async Task A_form_filled_in_while_somebody_else_acted_changes_nothing_and_says_what_happened()
    {
        var page = PageOf(await ReportAsync("桃江县一采石场非法采矿 群众举报无人管", "桃江县灰山港镇一个采石场非法采矿，山体开裂，三人受伤，群众多次举报没人管。"));
        using var first = await _scene.SignInAsync(Role.Officer);
        using var second = await _scene.SignInAsync(Role.Leader);
        var seenBySecond = await FieldsAsync(second, page);
        await Do(first, page, "acknowledge");

        using var stale = await second.SendAsync($"{page}/level", [.. seenBySecond, ("level", "watch"), ("why", "看过了，先放一放")]);
        var html = await stale.Content.ReadAsStringAsync();
        var untouched = await _scene.Board.FindAsync(page.Split('/')[^1], CancellationToken.None);
        using var again = await second.SendAsync($"{page}/level", [(Browser.TokenName, Browser.TokenOf(html)), ("seen", SeenIn(html)), ("level", "watch"), ("why", "看过了，先放一放")]);

        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(html, Does.Contain("没有改动").And.Contain("officer甲").And.Contain("看过了，先放一放"));
        Assert.That(untouched!.Level, Is.GreaterThan(Level.Watch));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task What_is_missing_is_said_and_what_was_typed_stays()
    {
        var page = PageOf(await ReportAsync("安化县一处山体滑坡 两人被埋失联", "安化县东坪镇后山滑坡，两人被埋失联，村民求救援。"));
        using var officer = await _scene.SignInAsync(Role.Officer);
        await Do(officer, page, "acknowledge");

        using var answer = await officer.SendAsync($"{page}/assess", [.. await FieldsAsync(officer, page), ("kind", ""), ("conclusion", "写了一半的结论")]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("请把表单填写完整").And.Contain("写了一半的结论"));
    }

    [Test]
    public async Task What_was_written_past_the_end_of_the_session_is_given_back()
    {
        var page = PageOf(await ReportAsync("大通湖区一处堤边违建 群众举报无人处理", "大通湖区北洲子镇一处堤边违建，三人受伤，群众多次举报没人管。"));
        using var officer = await _scene.SignInAsync(Role.Officer);
        var fields = await FieldsAsync(officer, page);
        using var signOut = await officer.SendAsync("/", "/logout");

        using var lost = await officer.SendAsync($"{page}/assess", [.. fields, ("kind", "grave"), ("conclusion", "写了半小时</textarea><script>alert(1)</script>"), ("note", new string('长', 30_000)), ("reference", "")]);
        using var forged = new HttpRequestMessage(HttpMethod.Post, $"{page}/assess") { Content = new FormUrlEncodedContent([KeyValuePair.Create("conclusion", "别人的话")]) };
        forged.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var crossSite = await officer.Http.SendAsync(forged);

        var html = await lost.Content.ReadAsStringAsync();
        Assert.That((lost.StatusCode, crossSite.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
        Assert.That(html, Does.Contain("没有保存").And.Contain("<textarea readonly rows=\"8\">写了半小时&lt;/textarea&gt;&lt;script&gt;").And.Not.Contain("<script>"));
        Assert.That(html.Count(character => character == '长'), Is.InRange(19_000, 20_000));
        Assert.That(await crossSite.Content.ReadAsStringAsync(), Does.Not.Contain("别人的话"));
    }

    [Test]
    public async Task Nothing_that_came_from_outside_does_anything_on_any_page()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var incident = await ReportAsync(
            $"南县\u202E茅草街{Script}强拆致两人死亡",
            $"南县茅草街镇强拆致两人死亡，尸体被抢。\u2066{Script}\u0000'\"--> {new string('啊', 300_000)} 强拆",
            url: "javascript:alert(3)",
            author: $"\u202E{Script}");
        await _scene.Board.ActAsync(incident.Id, new Acts.ActRequest.Acknowledge(Script) { By = Script }, CancellationToken.None);
        using var leader = await _scene.SignInAsync(Role.Leader);

        foreach (var path in new[] { "/", "/incidents", PageOf(incident), $"{PageOf(incident)}?document={Uri.EscapeDataString(incident.Documents[0].Id)}", $"{PageOf(incident)}?done={Uri.EscapeDataString(Script)}" })
        {
            var html = await leader.ReadAsync(path);
            Assert.That(html, Does.Not.Contain("<script>").And.Not.Contain("<img").And.Not.Contain("javascript:").And.Not.Contain("\u202E").And.Not.Contain("\u2066"));
            Assert.That(html, Has.Length.LessThan(200_000));
            Assert.That(html, Does.Contain("&lt;script&gt;").Or.Contain("态势"));
        }
    }

    [Test]
    public async Task A_foreign_page_is_opened_without_telling_it_where_from()
    {
        var incident = await ReportAsync("沅江市一村民小组土地被强征 多人受伤", "沅江市草尾镇村民说土地被强征，多人受伤住院。", url: "https://bbs.example.cn/thread-1-1-1.html");
        using var viewer = await _scene.SignInAsync(Role.Viewer);

        var html = await viewer.ReadAsync(PageOf(incident));

        Assert.That(html, Does.Contain("href=\"https://bbs.example.cn/thread-1-1-1.html\" target=\"_blank\" rel=\"noopener noreferrer\""));
    }

    [Test]
    public async Task Every_form_of_an_incident_wants_its_token()
    {
        using var administrator = await _scene.SignInAsync(Role.Administrator);

        foreach (var act in FormAct.All)
        {
            using var answer = await administrator.SendAsync($"/incidents/20260101-0001/{act.Name}", [("why", "x")]);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), act.Name);
        }
    }

    [TestCase(Role.Viewer, "")]
    [TestCase(Role.Officer, "acknowledge assess handle draft meet merge split unmerge dismiss")]
    [TestCase(Role.Office, "acknowledge assess handle draft meet merge split unmerge dismiss report assign publish close")]
    [TestCase(Role.Leader, "acknowledge assess handle draft meet merge split unmerge dismiss report assign publish close approve level")]
    [TestCase(Role.Administrator, "acknowledge assess handle draft meet merge split unmerge dismiss report assign publish close approve level")]
    public async Task A_role_may_what_it_may_and_nothing_else(Role role, string may)
    {
        using var browser = await _scene.SignInAsync(role);

        var allowed = new List<string>();
        foreach (var act in FormAct.All)
        {
            using var answer = await browser.SendAsync("/account", $"/incidents/20260101-0001/{act.Name}");
            if (answer.StatusCode != HttpStatusCode.Forbidden)
            {
                allowed.Add(act.Name);
            }
        }

        Assert.That(allowed, Is.EquivalentTo(may.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        foreach (var path in new[] { "/", "/incidents", "/sources", "/account", "/api/incidents" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        }
    }

    [Test]
    public async Task A_viewer_sees_no_form_and_a_missing_incident_is_said_to_be_missing()
    {
        var page = PageOf(await ReportAsync("资阳区一处违法建筑倒塌 三人受伤", "资阳区长春镇一处违法建筑倒塌，三人受伤，群众此前多次举报违建没人管。"));
        using var viewer = await _scene.SignInAsync(Role.Viewer);

        var html = await viewer.ReadAsync(page);
        using var missing = await viewer.GetAsync("/incidents/20200101-0001");

        Assert.That(html, Does.Not.Contain($"action=\"{page}"));
        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string PageOf(Incident incident) => $"/incidents/{incident.Id}";

    private Task<Incident> ReportAsync(string title, string text, string? url = null, string? author = null) => _scene.ReportAsync(new Document
    {
        Id = $"staff-{Guid.NewGuid():n}",
        Url = url,
        CanonicalUrl = url,
        Site = "staff",
        Region = "益阳",
        Title = title,
        Text = text,
        Author = author,
        FetchedAt = TimeProvider.System.GetUtcNow(),
        PublishedAt = TimeProvider.System.GetUtcNow(),
    });

    private static async Task<(string Name, string Value)[]> FieldsAsync(Browser browser, string page)
    {
        var html = await browser.ReadAsync(page);
        return [(Browser.TokenName, Browser.TokenOf(html)), ("seen", SeenIn(html))];
    }

    private static string SeenIn(string html)
    {
        var from = html.IndexOf("name=\"seen\" value=\"", StringComparison.Ordinal) + "name=\"seen\" value=\"".Length;
        return html[from..html.IndexOf('"', from)];
    }

    private static async Task Do(Browser browser, string page, string act, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SendAsync($"{page}/{act}", [.. await FieldsAsync(browser, page), .. fields]);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), $"{act}: {await answer.Content.ReadAsStringAsync()}");
    }
}
