using OpinionWatch.Incidents.Correlation;
using OpinionWatch.Incidents.Tests.Lifecycle;
using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Tests.Correlation;

public sealed class IncidentCorrelatorTests
{
    private const string Story = "我是石桥镇竹山村的村民,昨天夜里几十个人开着挖机进村,把我家房子强拆了,东西都没让搬,补偿协议一直没有签,打电话没有人来管,老人坐在田埂上哭了一夜。";
    private static readonly DateTimeOffset Now = Given.Opened;
    private IncidentBook _book = new();
    private EscalationPolicy _policy = Given.Policy;
    private int _opened;

    [SetUp]
    public void EmptyBook() => (_book, _policy, _opened) = (new IncidentBook(), Given.Policy, 0);

    [Test]
    public void A_new_matter_opens_an_incident_with_clocks_title_and_history()
    {
        var correlated = Correlate(Doc("a", Story, title: null), Level.Critical);
        var incident = _book.Find(correlated.IncidentId!)!;

        Assert.That(correlated.Outcome, Is.EqualTo(DocumentOutcome.Opened));
        Assert.That(incident.Clocks.Select(clock => clock.Name), Is.EqualTo(new[] { "report", "statement", "briefing" }));
        Assert.That(incident.Title, Has.Length.LessThanOrEqualTo(40).And.StartsWith("我是石桥镇竹山村的村民"));
        Assert.That(incident.LevelHistory, Has.Count.EqualTo(1));
    }

    [TestCase(true, false, DocumentOutcome.OutOfArea)]
    [TestCase(false, true, DocumentOutcome.Irrelevant)]
    [TestCase(true, true, DocumentOutcome.Irrelevant)]
    public void Without_a_level_nothing_changes(bool relevant, bool inArea, DocumentOutcome outcome)
    {
        var correlated = IncidentCorrelator.Correlate(
            Doc("a", Story), new Analysis { Id = "a", Relevant = relevant, InArea = inArea }, _book, Given.Policy, Now, () => throw new InvalidOperationException());

        Assert.That(correlated, Is.EqualTo(new Correlated(outcome, null, [])).Using<Correlated>((one, other) => one.Outcome == other.Outcome && one.Changes.Count == other.Changes.Count));
    }

    [Test]
    public void A_document_seen_again_is_known_and_changes_nothing()
    {
        Correlate(Doc("a", Story), Level.General);

        var again = Correlate(Doc("a", Story), Level.General);

        Assert.That(again.Outcome, Is.EqualTo(DocumentOutcome.Known));
        Assert.That(again.Changes, Is.Empty);
    }

    [Test]
    public void A_document_edited_into_something_graver_raises_its_incident()
    {
        Correlate(Doc("a", Story), Level.General);

        var again = Correlate(Doc("a", Story + "刚刚得知有两人受伤住院。"), Level.Major);

        Assert.That(again.Outcome, Is.EqualTo(DocumentOutcome.Raised));
        Assert.That(_book.Find("i1")!.Clocks[0].DueAt, Is.EqualTo(Now.AddHours(2)));
    }

    [Test]
    public void A_reprint_joins_and_does_not_raise()
    {
        Correlate(Doc("a", Story), Level.General);

        var reprint = Correlate(Doc("b", $"{Story}\n来源:某某网\n编辑:某某", title: "网友来信"), Level.General);

        Assert.That(reprint, Has.Property("Outcome").EqualTo(DocumentOutcome.Joined).And.Property("IncidentId").EqualTo("i1"));
        Assert.That(_book.Find("i1")!.Documents[^1].Relation, Is.EqualTo(DocumentRelation.Reprint));
    }

    [Test]
    public void A_graver_document_of_the_matter_joins_and_raises_with_a_reason()
    {
        Correlate(Doc("a", Story), Level.General);

        var graver = Correlate(Doc("b", Story + "两人受伤。"), Level.Critical);

        Assert.That(graver.Outcome, Is.EqualTo(DocumentOutcome.Raised));
        Assert.That(_book.Find("i1")!.LevelHistory[^1].Why, Does.Contain("特别重大").And.Contain("一般"));
    }

    [Test]
    public void What_a_person_lowered_is_not_raised_again_by_the_same_finding()
    {
        Correlate(Doc("a", Story), Level.Critical);
        _book.Apply(new IncidentChange.LevelSet(Level.General, [], null) { IncidentId = "i1", At = Now, By = "张科", Why = "误判" });

        Assert.That(Correlate(Doc("b", Story), Level.Critical).Outcome, Is.EqualTo(DocumentOutcome.Joined));
        Assert.That(Correlate(Doc("a", Story), Level.Critical).Outcome, Is.EqualTo(DocumentOutcome.Known));
    }

    [TestCase("竹山村半夜强拆没人管", "竹山村半夜强拆没人管!", true)]
    [TestCase("竹山村半夜强拆没人管", "转发:竹山村半夜强拆没人管", true)]
    [TestCase("竹山村半夜强拆没人管", "柳溪村半夜强拆没人管", false)]
    [TestCase("竹山村三组地被占了没人管", "竹山村五组地被占了没人管", false)]
    public void Short_posts_are_the_same_only_when_nothing_that_counts_differs(string one, string other, bool same)
    {
        Correlate(Doc("a", one, title: null), Level.General);

        Assert.That(Correlate(Doc("b", other, title: null), Level.General).IncidentId, same ? Is.EqualTo("i1") : Is.EqualTo("i2"));
    }

    [Test]
    public void The_same_words_of_two_towns_of_one_county_are_two_matters()
    {
        const string Words = "今天早上{0}后山突然滑坡,两间房子被冲垮,两个人被埋,到现在还没有找到。早就反映过山上有裂缝,一直没人来处理,请赶快派人救援!";
        Correlate(Doc("a", string.Format(null, Words, "安化县梅城镇"), "滑坡"), Level.Critical, regions: ["梅城镇", "安化县"]);

        var other = Correlate(Doc("b", string.Format(null, Words, "安化县东坪镇"), "滑坡"), Level.Critical, regions: ["东坪镇", "安化县"]);
        var shorter = Correlate(Doc("c", string.Format(null, Words, "梅城镇"), "滑坡"), Level.Critical, regions: ["梅城镇"]);

        Assert.That(other.Outcome, Is.EqualTo(DocumentOutcome.Opened));
        Assert.That(shorter.IncidentId, Is.EqualTo("i1"));
    }

    [Test]
    public void A_text_that_says_nothing_counts_together_with_its_title()
    {
        Correlate(Doc("a", "如题,请领导重视一下。", title: "竹山村非法占地"), Level.General);

        Assert.That(Correlate(Doc("b", "如题,请领导重视一下。", title: "柳溪村私挖山体"), Level.General).Outcome, Is.EqualTo(DocumentOutcome.Opened));
    }

    [Test]
    public void A_floor_of_a_known_thread_joins_as_a_reply()
    {
        Correlate(Doc("a", Story) with { CanonicalUrl = "http://bbs.example.cn/t/1" }, Level.General);

        Correlate(Doc("b", "我家也是,强拆队又来了") with { CanonicalUrl = "http://bbs.example.cn/t/1", Kind = DocumentKind.Reply }, Level.General);

        Assert.That(_book.Find("i1")!.Documents[^1].Relation, Is.EqualTo(DocumentRelation.Reply));
    }

    [Test]
    public void A_reprint_of_a_false_alarm_joins_in_silence_and_a_graver_one_does_not()
    {
        Correlate(Doc("a", Story), Level.General);
        _book.Apply(new IncidentChange.Dismissed { IncidentId = "i1", At = Now, By = "张科", Why = "旧闻" });

        Assert.That(Correlate(Doc("b", Story), Level.General).IncidentId, Is.EqualTo("i1"));
        Assert.That(Correlate(Doc("c", Story), Level.Critical).IncidentId, Is.EqualTo("i2"));
    }

    [Test]
    public void New_content_on_a_closed_matter_opens_a_new_incident()
    {
        Correlate(Doc("a", Story) with { CanonicalUrl = "http://bbs.example.cn/t/1" }, Level.General);
        _book.Apply(new IncidentChange.Closed("已补偿") { IncidentId = "i1", At = Now, By = "张科" });

        var reply = Correlate(Doc("b", "说好的补偿到现在一分钱没看到,又来强拆") with { CanonicalUrl = "http://bbs.example.cn/t/1" }, Level.General);

        Assert.That(reply, Has.Property("Outcome").EqualTo(DocumentOutcome.Opened).And.Property("IncidentId").EqualTo("i2"));
    }

    [Test]
    public void What_was_merged_is_found_in_the_incident_that_goes_on()
    {
        Correlate(Doc("a", Story), Level.General);
        Correlate(Doc("z", "云台村后山滑坡,墙上裂缝有手掌宽,十几口人在祠堂过夜,请地质队快来。"), Level.General);
        _book.Apply(new IncidentChange.Merged("i2") { IncidentId = "i1", At = Now, By = "张科" });
        _book.Apply(new IncidentChange.Absorbed("i1", _book.Find("i1")!.Documents) { IncidentId = "i2", At = Now, By = "张科" });

        Assert.That(Correlate(Doc("b", Story), Level.General).IncidentId, Is.EqualTo("i2"));
    }

    [Test]
    public void An_incident_ended_long_ago_drops_out()
    {
        Correlate(Doc("a", Story), Level.General);
        _book.Apply(new IncidentChange.Closed("已补偿") { IncidentId = "i1", At = Now, By = "张科" });
        _book.Trim(Now.AddDays(31));

        Assert.That(_book.Count, Is.Zero);
        Assert.That(Correlate(Doc("b", Story), Level.General).IncidentId, Is.EqualTo("i2"));
    }

    [Test]
    public void A_publication_in_the_future_is_not_believed()
    {
        Correlate(Doc("a", Story) with { PublishedAt = Now.AddHours(8) }, Level.General);

        Assert.That(_book.Find("i1")!.FirstPublishedAt, Is.Null);
    }

    [TestCase("")]
    [TestCase("   \n")]
    [TestCase("😀😀")]
    [TestCase("\ud83d")]
    public void Hostile_emptiness_opens_an_incident_and_breaks_nothing(string text)
    {
        Assert.That(Correlate(Doc("a", text, title: null), Level.Watch).Outcome, Is.EqualTo(DocumentOutcome.Opened));
        Assert.That(_book.Find("i1")!.Title, Is.Not.Empty);
    }

    [Test]
    public void Thousands_of_reprints_are_one_incident_and_carry_their_fingerprints_once()
    {
        for (var i = 0; i < 2_000; i++)
        {
            Correlate(Doc($"d{i}", Story), Level.General);
        }

        Assert.That(_book.Count, Is.EqualTo(1));
        Assert.That(_book.Find("i1")!.Documents[^1].Fingerprints, Has.Count.EqualTo(1));
    }

    [Test]
    public void The_sixth_source_within_half_a_day_raises_and_a_seventh_reprint_does_not_again()
    {
        _policy = Given.Policy with { Spread = [new SpreadRule(Level.General, Level.Major, 6, TimeSpan.FromHours(12))] };

        var outcomes = Enumerable.Range(0, 8).Select(number => Correlate(Doc($"d{number}", Story) with { Site = $"site{number}" }, Level.General).Outcome).ToArray();

        Assert.That(outcomes[1..5], Is.All.EqualTo(DocumentOutcome.Joined));
        Assert.That(outcomes[5..], Is.EqualTo(new[] { DocumentOutcome.Raised, DocumentOutcome.Joined, DocumentOutcome.Joined }));
        Assert.That(_book.Find("i1")!.LevelHistory[^1].Why, Is.EqualTo("传播升级：12 小时内有 6 个来源发布，由一般升为重大。"));
    }

    [Test]
    public void Reprints_on_one_site_are_no_spread_and_a_level_a_person_set_stays()
    {
        _policy = Given.Policy with { Spread = [new SpreadRule(Level.General, Level.Major, 2, TimeSpan.FromHours(12))] };

        Correlate(Doc("a", Story) with { Site = "one" }, Level.General);
        Correlate(Doc("b", Story) with { Site = "one" }, Level.General);
        _book.Apply(new IncidentChange.LevelSet(Level.General, [], null) { IncidentId = "i1", At = Now, By = "张科", Why = "已核" });
        Correlate(Doc("c", Story) with { Site = "two" }, Level.General);

        Assert.That(_book.Find("i1")!.Level, Is.EqualTo(Level.General));
    }

    [Test]
    public void A_text_without_a_level_neither_counts_as_spread_nor_hides_its_source()
    {
        _policy = Given.Policy with { Spread = [new SpreadRule(Level.General, Level.Major, 3, TimeSpan.FromHours(12))] };
        Correlate(Doc("a", Story, "石桥镇竹山村半夜强拆") with { Site = "one" }, Level.General, ["石桥镇"]);
        Correlate(Doc("b", Story + "请大家转发。", "竹山村半夜强拆") with { Site = "two" }, Level.None);

        var third = Correlate(Doc("c", Story) with { Site = "three" }, Level.General, ["石桥镇"]);
        var second = Correlate(Doc("d", Story) with { Site = "two" }, Level.General, ["石桥镇"]);

        Assert.That(_book.Find("i1")!.Documents, Has.Count.EqualTo(4));
        Assert.That((third.Outcome, second.Outcome), Is.EqualTo((DocumentOutcome.Joined, DocumentOutcome.Raised)));
    }

    [Test]
    public void Another_landslide_in_the_same_village_weeks_later_wakes_people_again()
    {
        Correlate(Doc("a", "今天凌晨桃花镇双溪村后山发生滑坡,三人被埋,消防和医疗队伍正在救援。", "桃花镇双溪村滑坡,三人被埋"), Level.Critical, ["桃花镇"]);

        var second = Correlate(
            Doc("b", "今天凌晨桃花镇双溪村发生山体滑坡,两人被埋失联,消防队伍正在救援,县里发布情况通报。", "桃花镇双溪村滑坡,两人失联") with { PublishedAt = Now.AddDays(20) }, Level.Critical, ["桃花镇"], Now.AddDays(20));

        Assert.That(second.Outcome, Is.EqualTo(DocumentOutcome.Opened));
    }

    [TestCase("３月１５日凌晨")]
    [TestCase("٣月١٥日凌晨")]
    [TestCase("99月99日凌晨")]
    [TestCase("一月二日凌晨")]
    public void A_day_written_in_whatever_digits_keeps_no_grave_text_from_being_told(string day)
    {
        var correlated = Correlate(Doc("a", $"{day}，石桥镇竹山村后山滑坡，三人被埋。县里已发布情况通报。"), Level.Critical);

        Assert.That(correlated.Outcome, Is.EqualTo(DocumentOutcome.Opened));
    }

    [Test]
    public void A_grave_text_of_another_village_never_joins_where_it_would_wake_nobody_however_akin_it_is()
    {
        // Every text that has anything in common counts as surely akin.
        _book = new IncidentBook(kinship: KinshipWeights.Learned with { Base = 40, IncidentBase = 40 });
        Correlate(Doc("a", "桃花镇双溪村后山昨夜发生滑坡，三人被埋，消防队伍正在救援。", "桃花镇双溪村滑坡三人被埋"), Level.Critical, ["桃花镇"]);
        Correlate(Doc("b", "听说桃花镇那边山垮了，压了好几个人，消防车一辆接一辆。", "桃花镇出大事了"), Level.Critical, ["桃花镇"]);
        _book.Apply(new IncidentChange.Acknowledged { IncidentId = "i1", At = Now, By = "张科" });

        var elsewhere = Correlate(Doc("c", "刚刚桃花镇枫树村学校后面塌方，两个学生失联，家长都在现场哭喊求助。", "桃花镇枫树村塌方两个学生失联"), Level.Critical, ["桃花镇"]);

        Assert.That(_book.Find("i1")!.Documents, Has.Count.EqualTo(2), "the town's own talk of it is the same matter");
        Assert.That(elsewhere, Has.Property("Outcome").EqualTo(DocumentOutcome.Opened).And.Property("IncidentId").EqualTo("i2"));
    }

    [TestCase(3, DocumentOutcome.Raised)]
    [TestCase(60, DocumentOutcome.Opened)]
    public void Grave_news_raises_what_is_fresh_and_opens_a_matter_of_its_own_where_it_had_been_quiet_for_weeks(int days, DocumentOutcome expected)
    {
        _book = new IncidentBook(kinship: KinshipWeights.Learned with { Base = 40, IncidentBase = 40 });
        Correlate(Doc("a", "桃花镇双溪村后山有裂缝，下雨天大家不敢睡，希望来人看看。", "桃花镇双溪村后山裂缝"), Level.General, ["桃花镇"]);

        var later = Correlate(
            Doc("b", "今天凌晨桃花镇双溪村发生山体滑坡，两人失联，消防队伍正在救援。", "桃花镇双溪村滑坡两人失联") with { PublishedAt = Now.AddDays(days) }, Level.Critical, ["桃花镇"], Now.AddDays(days));

        Assert.That(later.Outcome, Is.EqualTo(expected));
    }

    [Test]
    public void What_came_of_a_grave_matter_joins_it_though_it_was_quiet_for_weeks()
    {
        const string Title = "桃花镇双溪村征地补偿款被村干部截留";
        Correlate(Doc("a", "桃花镇双溪村征地补偿款346.2亩,应发1696万元,村干部以集体提留为名截留623万元,没有开会也没有公示。", Title), Level.Major, ["桃花镇"]);

        var answer = Correlate(
            Doc("b", "您好,经查,双溪村提留的623万元未经民主议事,区纪委已对村支书立案审查,款项将退还农户。", $"回复:{Title}") with { Kind = DocumentKind.Reply, PublishedAt = Now.AddDays(25) },
            Level.Major,
            ["桃花镇"],
            Now.AddDays(25));

        Assert.That(answer.Outcome, Is.EqualTo(DocumentOutcome.Joined));
    }

    [Test]
    public void A_text_that_does_not_say_where_joins_what_it_surely_tells_and_raises_nothing()
    {
        var document = Doc("a", Story, "石桥镇竹山村半夜强拆");
        Correlate(document, Level.General, ["石桥镇"]);

        var unplaced = IncidentCorrelator.Correlate(
            Doc("b", Story + "请大家转发。", "竹山村半夜强拆"), new Analysis { Id = "b", Relevant = true }, _book, _policy, Now, () => throw new InvalidOperationException());

        Assert.That(unplaced.Outcome, Is.EqualTo(DocumentOutcome.Joined));
        Assert.That(unplaced.Changes, Has.Count.EqualTo(1));
        Assert.That(_book.Apply(unplaced.Changes[0]).Level, Is.EqualTo(Level.General));
    }

    [Test]
    public void A_preamble_with_what_looks_like_another_place_leaves_a_reprint_a_reprint()
    {
        Correlate(Doc("a", Story), Level.General);

        var reprint = Correlate(Doc("b", "论坛上看到的,一个废弃煤矿旁边:" + Story), Level.General);

        Assert.That(reprint.Outcome, Is.EqualTo(DocumentOutcome.Joined));
    }

    private Correlated Correlate(Document document, Level level, IReadOnlyList<string>? regions = null, DateTimeOffset? now = null)
    {
        var analysis = new Analysis
        {
            Id = document.Id,
            Relevant = true,
            InArea = true,
            Level = level,
            Topics = ["征地拆迁"],
            Regions = regions ?? [],
            Hits = [new Hit("强拆", "行为", 0, 2, "强拆")],
        };
        var correlated = IncidentCorrelator.Correlate(document, analysis, _book, _policy, now ?? Now, () => $"i{++_opened}");
        foreach (var change in correlated.Changes)
        {
            _book.Apply(change);
        }

        return correlated;
    }

    private static Document Doc(string id, string text, string? title = "求助") => new() { Id = id, Text = text, Title = title, PublishedAt = Now.AddHours(-1) };
}
