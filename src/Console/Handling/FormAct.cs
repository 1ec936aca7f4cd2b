using OpinionWatch.Console.Accounts;
using OpinionWatch.Incidents.Lifecycle;

namespace OpinionWatch.Console.Handling;

/// <summary>An act that has a form.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Right">What it needs.</param>
/// <param name="Allows">What the incident's state must allow.</param>
/// <param name="Done">What is said afterwards.</param>
public sealed record FormAct(string Name, string Title, Right Right, IncidentAct Allows, string Done)
{
    /// <summary>All of them, in the order of the work.</summary>
    public static IReadOnlyList<FormAct> All { get; } =
    [
        new("acknowledge", "签收", Right.Acknowledge, IncidentAct.Acknowledge, "已签收，催办停止。"),
        new("assess", "研判", Right.Assess, IncidentAct.Assess, "研判已记录。"),
        new("report", "报送", Right.Report, IncidentAct.Reports, "报送已登记。"),
        new("assign", "交办", Right.Assign, IncidentAct.Assign, "已交办。"),
        new("handle", "开始处置", Right.Handle, IncidentAct.Handle, "已记为处置中。"),
        new("draft", "起草口径或回复", Right.Draft, IncidentAct.Texts, "稿件已保存，等待审定。"),
        new("approve", "审定", Right.Approve, IncidentAct.Texts, "已审定。"),
        new("publish", "登记发布", Right.Publish, IncidentAct.Texts, "发布已登记。"),
        new("meet", "登记时限完成", Right.Meet, IncidentAct.Meet, "时限完成已登记。"),
        new("level", "调整级别", Right.SetLevel, IncidentAct.Level, "级别已调整。"),
        new("merge", "并案", Right.Arrange, IncidentAct.Merge, "已并案。"),
        new("split", "拆分", Right.Arrange, IncidentAct.Split, "已拆分。"),
        new("unmerge", "撤销并案", Right.Arrange, IncidentAct.Unmerge, "并案已撤销。"),
        new("close", "办结", Right.Close, IncidentAct.Close, "已办结。"),
        new("dismiss", "排除（误报）", Right.Dismiss, IncidentAct.Dismiss, "已排除。"),
    ];

    /// <summary>Finds one by its name; null when there is none.</summary>
    public static FormAct? Find(string name) => All.FirstOrDefault(act => act.Name == name);
}
