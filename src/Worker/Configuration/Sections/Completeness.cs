using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Warns of what is left out as a whole: each file has defaults, and with them the service runs and watches, finds or tells nothing.</summary>
internal sealed class Completeness(ConfigurationSnapshot snapshot, FaultList faults)
{
    /// <summary>Checks what was read; a file with errors is not said to be empty as well.</summary>
    public void Check(EscalationPolicy escalation, AreaOptions area, IReadOnlyList<Source> sites, IReadOnlyList<LexiconEntry> lexicon)
    {
        Warn("escalation.yaml", escalation.Steps.Count == 0, "there are no escalation steps: nobody is told of anything; write steps: with a list for critical, major and general");
        Warn("area.yaml", area.Name.Length == 0 && area.Places.Count == 0, "no place of the area is named: a post's area cannot be told; write name: and places:");
        Warn("sites", sites.Count == 0, "there is no site: nothing is watched; write sites/NAME.yaml with a list of sites");
        Warn("sites", sites.Count > 0 && sites.All(site => !site.Enabled), "every site is disabled: nothing is watched");
        Warn("lexicon", lexicon.Count == 0, "there is no lexicon entry: nothing is found; write lexicon/NAME.csv with the columns 词条 and 类别");
    }

    private void Warn(string name, bool missing, string message)
    {
        var place = Place.StartOf(YamlFile.NameOf(snapshot, name));
        if (missing && snapshot.Exists && !faults.HasErrorsIn(place.File))
        {
            faults.Warning(place, message);
        }
    }
}
