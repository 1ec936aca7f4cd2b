#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Tests.Templates;

public class TextTemplateTests
{
    private static readonly Dictionary<string, string> Parts = new() { ["level"] = "重大", ["matter"] = "某村强拆民房", ["place"] = "", ["source"] = "{level}" };

    [TestCase("【{level}】{matter}", "【重大】某村强拆民房")]
    [TestCase("{matter:3}", "某村…")]
    [TestCase("{{{level}}}", "{重大}")]
    [TestCase("{?place}在{place}{/}{!place}地点不明{/}。", "地点不明。")]
    [TestCase("{?level}{?place}x{/}y{/}", "y")]
    [TestCase("{!level}{?level}x{/}y{/}z", "z")]
    [TestCase("{source}", "{level}")]
    [TestCase("", "")]
    public void Values_are_filled_in_once(string template, string expected) =>
        Assert.That(TextTemplate.Parse(template, MessageParts.Names).Template!.Fill(Parts), Is.EqualTo(expected));

    [TestCase("第一行\n  {levle}", "2:3 'levle' is not known; allowed: level, late,")]
    [TestCase("{matter:0}", "1:1 after the colon stands how many")]
    [TestCase("{matter:x}", "1:1 after the colon stands how many")]
    [TestCase("a {matter", "1:3 a brace { is not closed on its line")]
    [TestCase("a } b", "1:3 a brace } closes nothing")]
    [TestCase("{?place}x", "1:1 this piece is not ended")]
    [TestCase("x{/}", "1:2 {/} ends nothing")]
    [TestCase("{?nothing}x{/}", "1:1 'nothing' is not known")]
    public void A_fault_names_its_place_and_what_is_allowed(string template, string expected)
    {
        var (read, faults) = TextTemplate.Parse(template, MessageParts.Names);

        Assert.That(read, Is.Null);
        Assert.That($"{faults[0].Line}:{faults[0].Column} {faults[0].Message}", Does.StartWith(expected));
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool Any_text_is_a_template_or_a_list_of_faults(string? text)
    {
        var (template, faults) = TextTemplate.Parse(text ?? "", MessageParts.Names);

        return template is null ? faults.Count > 0 : faults.Count == 0 && template.Fill(Parts) is not null;
    }

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public bool A_text_with_its_braces_doubled_is_itself(string? text)
    {
        var plain = text ?? "";

        return TextTemplate.Parse(plain.Replace("{", "{{").Replace("}", "}}"), MessageParts.Names).Template!.Fill(Parts) == plain;
    }
}
