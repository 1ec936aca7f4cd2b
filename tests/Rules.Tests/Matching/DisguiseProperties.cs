using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests.Matching;

public sealed class DisguiseProperties
{
    private static readonly string[] Pieces =
        ["强", "拆", "qiang", "chai", "QIANG", "qiáng", "a\u0301", "弓", "虽", "扌", "斥", "墙", "国士局", "折迁", "1", "5", " ", "-", "*", "。", "，", "\u200b", "😀", "\ud800", "\udc00", "\0", "\n", "x", "采", "砂", "石", "广", "土", "也", "没人管", "征地", "㊤", "強", "【", "】", "益阳", "I", "'"];

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public FsCheck.Property Hits_point_at_what_was_matched() => Prop.ForAll(Texts(), text =>
        Shipped.Analyze(text, "题\u0301").Hits.All(hit => ("题\u0301\n" + text).Substring(hit.Start, hit.Length) == hit.Matched));

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public FsCheck.Property An_analysis_is_the_same_in_any_order_and_on_any_thread() => Prop.ForAll(Texts(), Texts(), (one, other) =>
    {
        var (first, second) = (Answer(one), Answer(other));
        var again = new string[8];
        _ = Parallel.For(0, again.Length, i => again[i] = Answer(i % 2 == 0 ? other : one));
        return again.Where((_, i) => i % 2 == 0).All(answer => answer == second) && again.Where((_, i) => i % 2 == 1).All(answer => answer == first);
    });

    [TestCase("强")]
    [TestCase("拆*拆*")]
    [TestCase("qiang")]
    [TestCase("qiang ")]
    [TestCase("qiangchai ")]
    [TestCase("强chai")]
    [TestCase("a ")]
    [TestCase("弓")]
    [TestCase("弓虽")]
    [TestCase("弓虽扌")]
    [TestCase("土也")]
    [TestCase("墙拆")]
    [TestCase("国士")]
    [TestCase("征他耕他")]
    [TestCase("强\u0336")]
    [TestCase("\u0301")]
    [TestCase("强\ud800拆")]
    [TestCase("\0强\0拆")]
    [TestCase("强 拆 ")]
    [TestCase("q i a n g ")]
    [TestCase("强。拆")]
    [TestCase("征地，强，拆。")]
    [TestCase("征地qc")]
    [TestCase("非法采")]
    public void Ten_megabytes_of_one_line_take_two_seconds_of_the_processor_at_most(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 3_500_000 / part.Length));
        _ = Shipped.Engine;
        var before = Environment.CpuUsage.TotalTime;

        var analysis = Shipped.Analyze(text, region: "益阳");

        Assert.That(Environment.CpuUsage.TotalTime - before, Is.LessThan(TimeSpan.FromSeconds(2)));
        Assert.That(analysis.Hits.Take(100).All(hit => ("\n" + text).AsSpan(hit.Start, hit.Length).SequenceEqual(hit.Matched)), Is.True);
    }

    [Test]
    public void Fifty_thousand_terms_are_built_and_searched()
    {
        const string Characters = "强拆征地违建采砂矿山滑坡耕田房屋补偿村官土局规划测绘林河湖塘镇县乡干部贪占挖填倒卖租让批证权";
        var entries = new List<LexiconEntry>();
        for (var i = 0; entries.Count < 50_000; i++)
        {
            var (a, b, c) = (Characters[i % Characters.Length], Characters[i / Characters.Length % Characters.Length], Characters[i / Characters.Length / Characters.Length % Characters.Length]);
            entries.Add(new LexiconEntry { Term = $"{a}{b}{c}{Characters[i * 7 % Characters.Length]}", Category = "行为", Points = 1 });
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Environment.CpuUsage.TotalTime;
        var engine = new RuleEngine(Lexicon.From(entries), Grading.GradingOptions.Default, new Areas.AreaOptions { Name = "益阳" });
        var built = Environment.CpuUsage.TotalTime - started;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var hits = engine.Analyze(Engines.Text("益阳" + entries[777].Term + "和" + entries[40_000].Term[..3] + "z")).Hits;

        TestContext.Out.WriteLine($"built in {built.TotalMilliseconds:F0} ms, {bytes / 1048576.0:F0} MB");
        Assert.That(hits.Select(hit => hit.Term), Does.Contain(entries[777].Term));
        Assert.That(built, Is.LessThan(TimeSpan.FromSeconds(5)));
        Assert.That(bytes, Is.LessThan(100L << 20));
        GC.KeepAlive(engine);
    }

    private static string Answer(string text) => JsonSerializer.Serialize(Shipped.Analyze(text), ContractJson.Options);

    private static Arbitrary<string> Texts() => Arb.From(Gen.Elements(Pieces).ListOf().Select(string.Concat));
}
