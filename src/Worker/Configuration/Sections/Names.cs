namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Lists names in a fault.</summary>
internal static class Names
{
    private const int Most = 20;

    /// <summary>Gives up to twenty names, or <c>none</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : string.Join(", ", all.Take(Most)) + (all.Count > Most ? ", …" : "");
    }
}
