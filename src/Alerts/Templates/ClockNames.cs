using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Templates;

/// <summary>What the clocks are called.</summary>
public static class ClockNames
{
    /// <summary>Gives what must be done by a clock, in Chinese; one the bureau added keeps its own name.</summary>
    public static string Of(string name) => name switch
    {
        Clock.Report => "报送",
        Clock.Statement => "发布权威信息",
        Clock.Briefing => "新闻发布会",
        Clock.Reply => "答复",
        _ => PlainText.OneLine(name, 20),
    };
}
