using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Names people know the sources by.</summary>
internal static class SourceNames
{
    /// <summary>Site given to what a member of staff reported without naming one.</summary>
    public const string Staff = "staff";

    /// <summary>Gives the names of all configured sources, and of what staff reported.</summary>
    public static IReadOnlyDictionary<string, string> Of(WatchConfiguration configuration)
    {
        var names = new Dictionary<string, string> { [Staff] = "本局人员报告", [Drill.DrillSource.Id] = Drill.DrillSource.Name };
        foreach (var source in configuration.Crawling.Sources)
        {
            names[source.Id] = source.Name;
        }

        return names;
    }
}
