namespace OpinionWatch.Rules.Lexicons;

/// <summary>Knows the means by which people are driven out of their houses.</summary>
internal static class Force
{
    private static readonly string[] Pressing = ["断水", "停水", "停电", "断电", "漆", "砸玻璃", "断我", "停我"];

    /// <summary>Whether a term names what is done to make people leave: 断水, 停电, 泼漆.</summary>
    public static bool Presses(string term) => Array.Exists(Pressing, term.Contains);
}
