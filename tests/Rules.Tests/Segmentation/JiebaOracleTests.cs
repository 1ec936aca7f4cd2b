using System.Globalization;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

[Category("NeedsJieba")]
public sealed class JiebaOracleTests
{
    private const int LineCount = 20_000;

    [Test]
    public async Task Random_lines_of_every_style_are_cut_as_jieba_cuts_them_in_every_mode()
    {
        JiebaOracle.Require();
        var source = new TextSource(20261124, JiebaOracle.Package + "/dict.txt");
        List<string> lines = [.. Enumerable.Range(0, LineCount).Select(source.Line)];

        var answers = await JiebaOracle.AskAsync(lines.Select(JiebaOracle.TextRequest));

        Assert.That(Differences(Segmenter.Load(), lines, answers), Is.Empty);
    }

    [Test]
    public async Task Long_stretches_without_a_break_are_cut_as_jieba_cuts_them()
    {
        JiebaOracle.Require();
        var source = new TextSource(7, JiebaOracle.Package + "/dict.txt");
        List<string> lines =
        [
            new('好', 5001),
            new('龘', 3000),
            new('a', 4000),
            new('的', 1025),
            string.Concat(Enumerable.Repeat("中国人民", 1000)),
            string.Concat(Enumerable.Repeat("\r\n", 1500)),
            "x" + string.Concat(Enumerable.Repeat("😀", 1500)),
            "。" + new string('\r', 1023) + "\n" + new string('天', 1024) + "。",
        ];
        for (var i = 0; i < 8; i++)
        {
            var length = 900 + source.Next(3000);
            lines.Add(source.Unbroken(length, from => from.Word()));
            lines.Add(source.Unbroken(length, from => from.Common()));
            lines.Add(source.Unbroken(length, from => from.RareHan()));
            lines.Add(source.Unbroken(length, from => from.Ascii()));
            lines.Add(source.Unbroken(length, from => from.Line(from.Next(12))));
        }

        var answers = await JiebaOracle.AskAsync(lines.Select(JiebaOracle.TextRequest));

        Assert.That(Differences(Segmenter.Load(), lines, answers), Is.Empty);
    }

    [Test]
    public async Task Random_user_dictionaries_change_the_cut_as_they_change_jieba_s()
    {
        JiebaOracle.Require();
        var source = new TextSource(42, JiebaOracle.Package + "/dict.txt");
        var words = new UserDictionarySource(source);
        List<(string File, List<string> Lines)> cases = [];
        for (var i = 0; i < 40; i++)
        {
            var (file, entries) = words.Next();
            cases.Add((file, [.. Enumerable.Range(0, 60).Select(_ => words.LineAround(entries))]));
        }

        var answers = await JiebaOracle.AskAsync(cases.SelectMany(one => one.Lines.Select(JiebaOracle.TextRequest).Prepend(JiebaOracle.DictionaryRequest(one.File))));

        List<string> differences = [];
        var at = 0;
        foreach (var (file, lines) in cases)
        {
            var reading = UserDictionary.Parse(new StringReader(file)) as UserDictionaryReading.Read;
            Assert.That(reading, Is.Not.Null, file);
            var count = lines.Count * JiebaComparison.ModeCount;
            differences.AddRange(Differences(Segmenter.Load().WithWords(reading!.Words), lines, answers.GetRange(at, count)));
            at += count;
        }

        Assert.That(differences, Is.Empty);
    }

    [Test]
    public async Task The_shipped_logarithms_are_those_python_computes()
    {
        var answers = await JiebaOracle.AskAsync(["L"]);

        using var stream = typeof(Segmenter).Assembly.GetManifestResourceStream("jieba.blob")!;
        var image = Rules.Segmentation.Dictionary.DictionaryImage.ReadFrom(stream);
        var ours = image.Frequencies.Zip(image.Logs).Skip(1).Append((image.Total, image.LogTotal));
        Assert.That(
            ours.Select(pair => $"{pair.Item1.ToString(CultureInfo.InvariantCulture)} {BitConverter.DoubleToInt64Bits(pair.Item2):x16}"),
            Is.EqualTo(answers));
    }

    private static List<string> Differences(Segmenter segmenter, List<string> lines, List<string> answers)
    {
        Assert.That(answers, Has.Count.EqualTo(lines.Count * JiebaComparison.ModeCount));
        return [.. lines.SelectMany((line, i) => JiebaComparison.Differences(segmenter, line, answers.GetRange(i * JiebaComparison.ModeCount, JiebaComparison.ModeCount))).Take(20)];
    }
}
