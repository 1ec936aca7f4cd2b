using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;

namespace OpinionWatch.Benchmarks;

/// <summary>The whole analysis with the shipped lexicon, on ordinary text (hardly anything matches) and on the bureau's own matters.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    private const string Ordinary = "秋天的早晨，湖边的步道上已经有不少晨跑的人。市气象台预计，未来三天以多云天气为主，最高气温二十三度，适合外出。学校的运动会在周五举行，孩子们练习接力赛，老师在旁边记录成绩。菜市场里新上市的莲藕和板栗很受欢迎，摊主说今年雨水足，味道比往年好。晚上社区放映老片子，老人们早早搬来凳子，聊着各自年轻时候的故事。";
    private const string Matter = "益阳市赫山区泥江口镇有人非法采砂，村民多次举报没有结果，农田被毁，房屋开裂，请领导查处。";

    private readonly Document[] _ordinary = [.. Enumerable.Range(0, 200).Select(i => Of(i, string.Concat(Enumerable.Repeat(Ordinary, 1 + (i % 5)))))];
    private readonly Document[] _mixed = [.. Enumerable.Range(0, 200).Select(i => Of(i, i % 20 == 0 ? Matter + Ordinary : Ordinary + Ordinary))];
    private RuleEngine _engine = null!;

    /// <summary>Reads the shipped lexicon from the folder <c>config</c> above.</summary>
    [GlobalSetup]
    public void Setup() => _engine = new RuleEngine(Lexicon.From(Entries()), GradingOptions.Default, new AreaOptions { Name = "益阳" });

    /// <summary>Documents in which nothing concerns the bureau.</summary>
    [Benchmark]
    public int OrdinaryText() => Run(_ordinary);

    /// <summary>One document in twenty concerns the bureau.</summary>
    [Benchmark]
    public int MixedText() => Run(_mixed);

    /// <summary>A quick measure without the harness: MB of UTF-8 a second for both.</summary>
    public void Quick(TextWriter output)
    {
        Setup();
        foreach (var (name, documents) in new[] { ("ordinary", _ordinary), ("mixed", _mixed) })
        {
            var bytes = documents.Sum(document => (long)Encoding.UTF8.GetByteCount(document.Text));
            _ = Run(documents);
            _ = Run(documents);
            var best = double.MaxValue;
            for (var round = 0; round < 20; round++)
            {
                var watch = Stopwatch.StartNew();
                _ = Run(documents);
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }

            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"analysis {name}: {bytes / best / 1e6:F1} MB/s"));
        }
    }

    private static Document Of(int i, string text) => new() { Id = i.ToString(CultureInfo.InvariantCulture), Text = text };

    private static LexiconEntry[] Entries()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "config", "lexicon")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("config/lexicon was not found.");
        }

        return [.. Directory.EnumerateFiles(Path.Combine(folder.FullName, "config", "lexicon"), "*.csv").SelectMany(File.ReadLines).Where(line => !line.StartsWith("词条", StringComparison.Ordinal))
            .Select(line => line.Split(',')).Select(cells => new LexiconEntry { Term = cells[0], Category = cells[1], Points = int.Parse(cells[2], CultureInfo.InvariantCulture), Exclusions = cells[4].Split('|', StringSplitOptions.RemoveEmptyEntries) })];
    }

    private int Run(Document[] documents) => documents.Count(document => _engine.Analyze(document).Relevant);
}
