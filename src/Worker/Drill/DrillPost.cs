using OpinionWatch.Worker.Demo;

namespace OpinionWatch.Worker.Drill;

/// <summary>The canary: an invented matter of the gravest kind in the bureau's area.</summary>
internal static class DrillPost
{
    /// <summary>Gives the post.</summary>
    /// <param name="area">Name of the area.</param>
    /// <param name="now">When it is published; its number comes from it.</param>
    public static SamplePost Of(string area, DateTimeOffset now) => new(
        (int)(now.ToUnixTimeSeconds() % int.MaxValue),
        $"{area}某村后山滑坡，两人被埋失联，求救援",
        $"今天凌晨下大雨，{area}某村后面的山突然滑坡，冲垮了三间房子，两个人被埋，现在还没找到人。\n之前就有裂缝，反映过地质灾害隐患没人管。请有关部门赶紧派人来！",
        "演习示例",
        now);
}
