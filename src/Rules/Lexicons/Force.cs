namespace OpinionWatch.Rules.Lexicons;

/// <summary>Tells the words of force apart: a house taken by force, and the means by which people are driven out.</summary>
internal static class Force
{
    private static readonly string[] Pressing = ["断水", "停水", "停电", "断电", "漆", "砸玻璃", "断我", "停我"];
    private static readonly string[] Forced = ["强拆", "强制拆", "强行拆", "暴力拆", "野蛮拆", "偷拆", "非法拆", "违法拆", "逼迁", "强推", "强行推", "强挖", "拆除了我", "房子推", "家推", "房子被推", "推倒", "推了我", "房子给", "偷偷拆", "不在拆", "屋推", "屋铲", "子铲", "屋被推", "子推平", "房子扒", "屋扒", "chai", "qiang拆", "qiang制", "力拆迁", "强zhi"];

    /// <summary>Whether a term names a forced demolition (强拆).</summary>
    public static bool Demolishes(string term) => Array.Exists(Forced, term.Contains);

    /// <summary>Whether a term names what is done to make people leave: 断水, 停电, 泼漆.</summary>
    public static bool Presses(string term) => Array.Exists(Pressing, term.Contains);
}
