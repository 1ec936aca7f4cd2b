using System.Text;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class LexiconTests
{
    private static readonly string[] Charset = ["utf-8", "utf-8-bom", "gb18030", "utf-16"];

    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void The_example_of_the_contract_is_read_in_every_charset_and_with_every_separator([ValueSource(nameof(Charset))] string charset, [Values(',', '\t', ';')] char separator, [Values("\n", "\r\n")] string end)
    {
        string[] lines = ["词条,类别,分值,匹配,排除,备注", "强拆,行为,20,任意,,", "# 说明", "", "南县,地域,0,整词,湖南县级|湖南县域,县级行政区", ",,,,,", "安置小区,地址,,,,只是地名"];
        _folder.Write("lexicon/a.csv", Charsets.Encode(string.Join(end, lines).Replace(',', separator) + end, charset));

        var entries = _folder.Good().Lexicon;

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => entry.Term), Is.EqualTo(new[] { "强拆", "南县", "安置小区" }));
            Assert.That((entries[0].Category, entries[0].Points, entries[0].Match), Is.EqualTo(("行为", 20, TermMatch.Anywhere)));
            Assert.That((entries[1].Match, entries[1].Note), Is.EqualTo((TermMatch.WholeWord, "县级行政区")));
            Assert.That(entries[1].Exclusions, Is.EqualTo(new[] { "湖南县级", "湖南县域" }));
            Assert.That((entries[2].Points, entries[2].Match), Is.EqualTo((0, TermMatch.Anywhere)));
        });
    }

    [Test]
    public void Columns_may_be_missing_or_in_another_order_and_fields_quoted()
    {
        _folder.Complete().Write("lexicon/a.csv", "类别,备注,词条\n行为,\"一,二 \"\"三\"\"\",强占\n后果,,\"受伤\"\n对象\n");

        var reading = _folder.Read();

        Assert.That(reading.Faults.Select(fault => fault.Message), Is.EqualTo(new[] { "词条 is empty" }));
        Assert.That((reading.Faults[0].Line, reading.Faults[0].Column), Is.EqualTo((4, 3)));
    }

    [TestCase("词条,类别\n,行为\n", "2:1: error: 词条 is empty")]
    [TestCase("词条,类别\n强拆,\n", "2:2: error: 类别 is empty")]
    [TestCase("词条,类别,分值\n强拆,行为,二十\n", "2:3: error: 分值 '二十' is no whole number from -1000 to 1000")]
    [TestCase("词条,类别,分值\n强拆,行为,1.5\n", "2:3: error: 分值 '1.5'")]
    [TestCase("词条,类别,分值\n强拆,行为,5000\n", "2:3: error: 分值 '5000'")]
    [TestCase("词条,类别,匹配\n强拆,行为,全部\n", "2:3: error: 匹配 '全部' is not known; allowed: 任意, 整词")]
    [TestCase("词条,种类\n强拆,行为\n", "1:2: error: '种类' is no column; allowed: 词条, 类别, 分值, 匹配, 排除, 备注")]
    [TestCase("词条,类别,类别\n强拆,行为,行为\n", "1:3: error: the column 类别 stands here twice")]
    [TestCase("强拆,行为\n", "1:1: error: the first line must name the columns")]
    [TestCase("词条,类别\n强拆,行为,20\n", "2:3: error: there are more fields than the first line has columns (2)")]
    [TestCase("词条,类别\n强\"拆,行为\n", "2:1: error: a quotation mark stands inside a field")]
    [TestCase("词条,类别\n\"强拆,行为\n征地,行为\n", "2:1: error: a quotation mark is opened here and not closed in this line")]
    [TestCase("词条,类别\n强拆,行为\n\n强拆,行为\n", "4:1: warning: '强拆' of the category 行为 stands already at ")]
    public void A_fault_of_a_lexicon_names_row_and_field(string text, string fault)
    {
        _folder.Write("lexicon/a.csv", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(Path.Combine("lexicon", "a.csv") + ":" + fault));
    }

    [TestCase("谐音", TermMatch.Anywhere, TermVariants.Confusable)]
    [TestCase("整词+谐音", TermMatch.WholeWord, TermVariants.Confusable)]
    [TestCase("整词、原字", TermMatch.WholeWord, TermVariants.Exact)]
    [TestCase("任意", TermMatch.Anywhere, TermVariants.ByCategory)]
    public void The_match_column_says_where_and_in_which_spellings_a_term_counts(string written, TermMatch match, TermVariants variants)
    {
        _folder.Complete().Write("lexicon/a.csv", $"词条,类别,匹配\n强拆,行为,{written}\n");

        var entry = _folder.Good().Lexicon.Single(one => one.Term == "强拆");

        Assert.That((entry.Match, entry.Variants), Is.EqualTo((match, variants)));
    }

    [Test]
    public void A_workbook_saved_under_a_csv_name_is_told_apart()
    {
        _folder.Write("lexicon/a.csv", Encoding.Latin1.GetBytes("PK\u0003\u0004\u0014\0\u0006"));

        Assert.That(_folder.Faults(), Has.Some.Contains("error: this is a workbook or an archive, not a text file"));
    }

    [Test]
    public void Bytes_of_no_charset_name_their_line()
    {
        _folder.Write("lexicon/a.csv", [.. "a\nb\n"u8, 0xFF, 0xFF, 0x80]);

        Assert.That(_folder.Faults(), Has.Some.StartsWith(Path.Combine("lexicon", "a.csv") + ":3:1: error: the file is neither UTF-8 nor GB18030"));
    }

    [Test]
    public void Fifty_thousand_terms_are_read_and_one_more_is_refused()
    {
        var text = new StringBuilder("词条,类别\n");
        for (var i = 0; i < 50_000; i++)
        {
            text.Append('词').Append(i).Append(",行为\n");
        }

        _folder.Write("lexicon/a.csv", text.ToString());
        var good = _folder.Read();
        _folder.Write("lexicon/b.csv", "词条,类别\n多一条,行为\n");
        var bad = _folder.Faults();

        Assert.That(good.Configuration!.Lexicon, Has.Count.EqualTo(50_000));
        Assert.That(bad, Has.Some.StartsWith(Path.Combine("lexicon", "b.csv") + ":2:1: error: more than 50000 terms"));
    }

    [Test]
    public void A_dictionary_for_the_segmenter_is_passed_on_by_its_path()
    {
        _folder.Write("lexicon/user.dict", "安置小区 5 n\n");

        Assert.That(_folder.Good().UserDictionary, Is.EqualTo(Path.Combine(_folder.Path, "lexicon", "user.dict")));
        Assert.That(_folder.Good().Lexicon, Is.Empty);
    }
}
