using System.Globalization;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Puts faults of roster and channels into words for the office.</summary>
public static class DutyWords
{
    private const int MostNamed = 20;

    /// <summary>Gives one line a fault: what is wrong. Contacts without tested channels are gathered in one line.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<DutyFault> faults, TimeZoneInfo zone)
    {
        var lines = faults.Where(fault => fault is not (DutyFault.Untested or DutyFault.Unreachable)).Select(fault => Line(fault, zone)).ToList();
        AddNames(lines, "没有可用的联系方式，任何预警都发不到：", faults.OfType<DutyFault.Unreachable>().Select(fault => NameOf(fault.Contact)));
        AddNames(lines, "渠道从未测试成功：", faults.OfType<DutyFault.Untested>().Select(fault => $"{NameOf(fault.Contact)}的{string.Join('、', fault.Channels.Select(ChannelNames.Of))}"));
        return lines;
    }

    /// <summary>Gives what to do about them, one line each.</summary>
    public static IReadOnlyList<string> Cures(IReadOnlyList<DutyFault> faults)
    {
        var cures = new List<string>();
        Add(faults.Any(fault => fault is DutyFault.Hole), "值班空档：在 config/duty.yaml 补上班次，或在 changes 里写明由谁顶班。");
        Add(faults.Any(fault => fault is DutyFault.Unreachable), "没有联系方式：在 config/contacts.yaml 补上邮箱、手机或群机器人。");
        Add(faults.Any(fault => fault is DutyFault.Untested), "渠道未测试：在服务器上运行 opinionwatch notify-test --to 联系人简称，请本人确认收到。");
        Add(faults.Any(fault => fault is DutyFault.NoCalendar), "放假安排：国务院办公厅公布后，照 config/holidays 里已有的文件新建一份。");
        return cures;

        void Add(bool isNeeded, string cure)
        {
            if (isNeeded)
            {
                cures.Add(cure);
            }
        }
    }

    private static string Line(DutyFault fault, TimeZoneInfo zone)
    {
        var time = new ZoneTime(zone);
        return fault switch
        {
            DutyFault.Hole hole => $"值班表“{PlainText.OneLine(hole.Roster, 40)}”{time.Day(hole.From)}至{time.Day(hole.To)}无人值班；届时如有预警，改为通知{(hole.Instead.Count == 0 ? "该级别各步骤的所有人" : string.Join('、', hole.Instead.Take(MostNamed).Select(name => PlainText.OneLine(name, 20))))}。",
            DutyFault.NoCalendar missing => string.Create(CultureInfo.InvariantCulture, $"没有 {missing.Year} 年的放假和调休安排，暂按周一至周五为工作日。"),
            _ => "",
        };
    }

    private static string NameOf(Model.Contact contact) => $"{PlainText.OneLine(contact.Name, 20)}（{PlainText.OneLine(contact.Id, 40)}）";

    private static void AddNames(List<string> lines, string what, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count > 0)
        {
            lines.Add($"{what}{string.Join('、', all.Take(MostNamed))}{(all.Count > MostNamed ? $"等{all.Count}人" : "")}。");
        }
    }
}
