namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class CompletenessTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void What_is_left_out_as_a_whole_is_warned_of_and_refuses_nothing()
    {
        File.Delete(Path.Combine(_folder.Path, "escalation.yaml"));
        _folder.Write("opinionwatch.yaml", "organisation: 示例局\n");
        _folder.Write("area.yaml", "");

        var faults = _folder.Faults();

        Assert.That(_folder.Read().Configuration, Is.Not.Null);
        Assert.That(faults, Has.Some.StartsWith("escalation.yaml:1:1: warning: there are no escalation steps"));
        Assert.That(faults, Has.Some.StartsWith("area.yaml:1:1: warning: no place of the area is named"));
        Assert.That(faults, Has.Some.StartsWith("sites:1:1: warning: there is no site"));
        Assert.That(faults, Has.Some.StartsWith("lexicon:1:1: warning: there is no lexicon entry"));
        Assert.That(faults, Has.Some.Contains("links in mails lead only to this machine"));
    }

    [Test]
    public void A_whole_configuration_is_not_warned_of()
    {
        _folder.Write("opinionwatch.yaml", "console: { address: 'http://console.bureau.test' }\nmail: { from: a@bureau.test, pickup: ./out }\n");
        _folder.Write("area.yaml", "name: 甲市\nplaces: [{ name: 乙县, in: 甲市 }]\n");
        _folder.Write("sites/a.yaml", "- { id: a, start: ['http://a.test/'], kind: list }\n");
        _folder.Write("lexicon/a.csv", "词条,类别\n强拆,行为/征地拆迁\n");

        Assert.That(_folder.Faults(), Is.Empty);
    }

    [TestCase("page", "http://a.test/")]
    [TestCase("sitemap", "http://a.test/sitemap.xml")]
    [TestCase("json", "http://a.test/api")]
    [TestCase("epaper", "http://a.test/{yyyy}-{MM}/{dd}/node_1.htm")]
    public void Every_kind_is_taken_without_a_warning(string kind, string start)
    {
        _folder.Write("sites/a.yaml", $"- id: a\n  start: ['{start}']\n  kind: {kind}\n");

        Assert.That(_folder.Faults(), Has.None.Contains("sites/a.yaml"));
    }

    [Test]
    public void An_unknown_category_is_warned_of_once()
    {
        _folder.Write("lexicon/a.csv", "词条,类别,分值\n强拆,行位,3\n逼迁,行位/征地拆迁,3\n征地,事项,\n");

        Assert.That(_folder.Faults().Where(fault => fault.Contains("is not known", StringComparison.Ordinal)), Has.One.StartsWith("lexicon/a.csv:2:2: warning: 类别 '行位' is not known"));
    }

    [TestCase("好词 3 n\n词 99999999999999999999\n", "lexicon/user.dict:2:1: error: The frequency is higher")]
    public void A_fault_of_the_user_dictionary_names_its_line(string text, string fault)
    {
        _folder.Write("lexicon/user.dict", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(fault));
    }

    [Test]
    public void A_user_dictionary_that_is_not_utf8_is_a_fault_and_a_good_one_is_none()
    {
        _folder.Write("lexicon/user.dict", [0xB4, 0xCA, 0x0A]);
        Assert.That(_folder.Faults(), Has.Some.Contains("error: The file is not UTF-8"));

        _folder.Write("lexicon/user.dict", "逼迁 5 v\n丘岗冲\n");
        Assert.That(_folder.Faults(), Has.None.Contains("user.dict"));
    }

    [TestCase("mail:\n\tfrom: a@b.test\n", 2, 1)]
    [TestCase("organisation: x\nmail:\n  from: a@b.test\n\tpickup: ./out\n", 4, 1)]
    [TestCase("organisation: x\nmail:\n  \tfrom: a@b.test\n  pickup: ./out\n", 3, 3)]
    [TestCase("mail:\n  from: a@b.test\n  smtp:\n  \t host: x\n", 4, 3)]
    [TestCase("organisation: x\n\n# note\nmail:\n\n\n\tfrom: a@b.test\n", 7, 1)]
    [TestCase("fetch:\n  allowAddresses:\n\t- 10.0.0.0/8\nmail: { from: a@b.test, pickup: x }\n", 3, 1)]
    [TestCase("organisation:\tx\nmail: [\n", 2, 0)]
    public void A_tab_is_named_by_its_line_and_column_and_brings_no_other_warning(string text, int line, int column)
    {
        _folder.Write("opinionwatch.yaml", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(column > 0 ? $"opinionwatch.yaml:{line}:{column}: error:" : "opinionwatch.yaml:"));
        Assert.That(_folder.Faults(), Has.None.Contains("no mail:"));
    }
}
