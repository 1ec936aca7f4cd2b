using System.Diagnostics;
using System.Text;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class YamlTests
{
    private ConfigFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new ConfigFolder();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("organisation: x\n\tdata: y\n", "2:1: error: this is not valid YAML")]
    [TestCase("organisation: \"\\x01\"\n", "1:15: error: organisation holds a control character")]
    [TestCase("organisation: [x\n", "")]
    [TestCase("organisation: x: y\n", "1:")]
    [TestCase("organisation: *nowhere\n", "1:15: error: this is not valid YAML: there is no anchor '&nowhere'")]
    [TestCase("organisation: &a [*a]\n", "1:19: error: this is not valid YAML: there is no anchor '&a'")]
    [TestCase("organisation: x\n---\ndata: y\n", "2:1: error: a second YAML document begins here")]
    [TestCase("- a\n", "1:1: error: the file holds keys with values")]
    [TestCase("? [a]\n: b\n", "1:3: error: a key is a single word")]
    [TestCase("organisation: \"\u0001\"\n", "1:1: error: a control character (U+0001) stands in this line")]
    public void What_is_no_yaml_is_a_fault_with_its_line(string text, string fault)
    {
        _folder.Write("opinionwatch.yaml", text);

        Assert.That(_folder.Faults(), Has.Some.StartsWith("opinionwatch.yaml:" + fault));
        Assert.That(_folder.Read().Configuration, Is.Null);
    }

    [TestCase("")]
    [TestCase("# nothing yet\n")]
    [TestCase("---\n")]
    [TestCase("\uFEFF")]
    public void An_empty_file_takes_the_defaults(string text)
    {
        _folder.Write("opinionwatch.yaml", text);

        Assert.That(_folder.Good().Alerts.Mail, Is.Null);
        Assert.That(_folder.Faults(), Has.Some.Contains("warning: by email is used, and opinionwatch.yaml has no mail:"));
    }

    [Test]
    public void A_missing_main_file_and_a_missing_folder_are_faults()
    {
        File.Delete(Path.Combine(_folder.Path, "opinionwatch.yaml"));
        var missingFile = _folder.Faults();

        Directory.Delete(_folder.Path, recursive: true);
        var missingFolder = _folder.Faults();

        Assert.That(missingFile, Has.Some.StartsWith("opinionwatch.yaml:1:1: error: the file is missing"));
        Assert.That(missingFolder, Has.Some.StartsWith(":1:1: error: there is no such folder"));
    }

    [Test]
    public void Aliases_that_multiply_are_refused_quickly()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 20; i++)
        {
            bomb.AppendLine($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        }

        _folder.Write("opinionwatch.yaml", bomb.ToString());
        var watch = Stopwatch.StartNew();

        var faults = _folder.Faults();

        Assert.That(faults, Has.Some.Contains("more than 500000 values"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    public void Nesting_without_end_is_refused(string one)
    {
        _folder.Write("opinionwatch.yaml", string.Concat(Enumerable.Repeat(one, 20_000)));

        Assert.That(_folder.Faults(), Has.Some.Contains("nested deeper than 32"));
    }

    [Test]
    public void A_file_that_is_too_large_is_refused()
    {
        _folder.Write("opinionwatch.yaml", new byte[(4 * 1024 * 1024) + 1]);

        Assert.That(_folder.Faults(), Has.Some.EqualTo("opinionwatch.yaml:1:1: error: the file is larger than 4 MiB"));
    }

    [TestCase("gb18030")]
    [TestCase("utf-8-bom")]
    [TestCase("utf-16")]
    public void Any_charset_an_editor_saves_is_recognised(string charset)
    {
        _folder.Write("opinionwatch.yaml", Charsets.Encode("organisation: 益阳市自然资源和规划局\r\ndata: ./数据\r\n", charset));

        Assert.That(_folder.Good().Organisation, Is.EqualTo("益阳市自然资源和规划局"));
        Assert.That(_folder.Faults().Any(fault => fault.Contains("save the file as UTF-8", StringComparison.Ordinal)), Is.EqualTo(charset is not "utf-8-bom"));
    }

    [Test]
    public void A_damaged_character_names_its_line_instead_of_turning_the_file_into_rubbish()
    {
        var bytes = Encoding.UTF8.GetBytes("organisation: 益阳市自然资源和规划局\ndata: ./数据文件夹\n");
        bytes[^4] = 0xFF;

        _folder.Write("opinionwatch.yaml", bytes);

        Assert.That(_folder.Faults(), Has.Some.StartsWith("opinionwatch.yaml:2:1: error: a byte here is not UTF-8"));
    }
}
