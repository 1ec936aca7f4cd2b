using FsCheck;
using FsCheck.Fluent;
using OpinionWatch.Model;
using OpinionWatch.Rules.Tests.Support;

namespace OpinionWatch.Rules.Tests;

public sealed class RuleEngineProperties
{
    private static readonly string[] Pieces = ["强拆", "益阳", "资阳", "。", "，", "没有", "如果", "我家", "违建", "100户", "一百二十亩", "\u200b", "*", " ", "\ud800", "😀", "\0", "死了", "非法采矿", "ＡＢ", "\n", "南县", "滑坡", "依法", "強拆", "？"];

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public FsCheck.Property Hits_point_at_what_was_matched() => Prop.ForAll(Texts(), text =>
    {
        var analysis = Shipped.Analyze(text, "题😀");
        var whole = "题😀\n" + text;
        return analysis.Hits.All(hit => whole.Substring(hit.Start, hit.Length) == hit.Matched);
    });

    [FsCheck.NUnit.Property(MaxTest = 200)]
    public FsCheck.Property An_analysis_is_the_same_on_any_thread() => Prop.ForAll(Texts(), text =>
    {
        var expected = System.Text.Json.JsonSerializer.Serialize(Shipped.Analyze(text), ContractJson.Options);
        var others = new string[4];
        _ = Parallel.For(0, others.Length, i => others[i] = System.Text.Json.JsonSerializer.Serialize(Shipped.Analyze(text), ContractJson.Options));
        return others.All(other => other == expected);
    });

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public FsCheck.Property Any_utf16_is_answered() => Prop.ForAll(ArbMap.Default.ArbFor<char[]>(), units => Shipped.Analyze(new string(units ?? []), new string(units ?? [])).Id == "1");

    private static Arbitrary<string> Texts() => Arb.From(Gen.Elements(Pieces).ListOf().Select(string.Concat));
}
