using OpinionWatch.Rules.Areas;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>area.yaml</c>.</summary>
internal static class AreaSection
{
    /// <summary>Reads the file.</summary>
    public static AreaOptions Read(YamlNode? root, Reading reading)
    {
        if (MapReader.Open(root, "", reading, "name", "places") is not { } file)
        {
            return AreaOptions.Empty;
        }

        var places = new List<PlaceOptions>();
        var parents = new List<(PlaceOptions Of, Place At)>();
        var names = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in file.Items("places", "{ name: 南县, in: 益阳 }"))
        {
            if (MapReader.Open(item, "place", reading, "name", "in", "aliases", "wholeWord", "needs", "excludes") is not { } map || map.Required("name", "the official name, as 南县") is not { } name)
            {
                continue;
            }

            var place = new PlaceOptions
            {
                Name = name.Trim(),
                In = map.Text("in")?.Trim(),
                Aliases = TextsOf(map, "aliases"),
                WholeWord = map.Flag("wholeWord") ?? false,
                Needs = TextsOf(map, "needs"),
                Excludes = TextsOf(map, "excludes"),
            };
            if (!names.TryAdd(place.Name, map.At("name")))
            {
                map.Error("name", $"the place '{Shown.Of(place.Name)}' stands here twice (first in line {names[place.Name].Line})");
                continue;
            }

            places.Add(place);
            parents.Add((place, map.At("in")));
        }

        var areaName = file.Required("name", "the name of the whole area, as 益阳")?.Trim() ?? "";
        CheckParents(areaName, places, parents, reading.Faults);
        return new AreaOptions { Name = areaName, Places = places };
    }

    private static void CheckParents(string area, List<PlaceOptions> places, List<(PlaceOptions Of, Place At)> parents, FaultList faults)
    {
        var known = places.ToDictionary(place => place.Name, StringComparer.Ordinal);
        foreach (var (place, at) in parents.Where(pair => pair.Of.In is not null))
        {
            if (place.In != area && !known.ContainsKey(place.In!))
            {
                faults.Error(at, $"place.in: there is no place '{Shown.Of(place.In!)}'{Suggestion.For(place.In!, known.Keys)}; name one of the file's places, or the area '{area}'");
            }
            else if (LiesInItself(place, known))
            {
                faults.Error(at, $"place.in: '{Shown.Of(place.Name)}' lies in itself by way of '{Shown.Of(place.In!)}'");
            }
        }
    }

    private static bool LiesInItself(PlaceOptions place, Dictionary<string, PlaceOptions> known)
    {
        var steps = 0;
        for (var at = place; at.In is not null && known.TryGetValue(at.In, out var next); at = next)
        {
            if (next.Name == place.Name || ++steps > 100)
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> TextsOf(MapReader map, string key) => [.. map.Texts(key, "益阳市").Select(item => item.Text.Trim()).Distinct()];
}
