using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Keeps ids unique, also across files.</summary>
internal sealed class Ids(string what, FaultList faults)
{
    private readonly Dictionary<string, Place> _places = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All ids so far.</summary>
    public IReadOnlyCollection<string> All => _places.Keys;

    /// <summary>Takes an id; false when it is malformed or taken: then there is a fault.</summary>
    public bool Take(string id, Place place, bool ascii)
    {
        if (id.Length is 0 or > 64 || !id.All(character => IsAllowed(character, ascii)))
        {
            faults.Error(place, $"'{Shown.Of(id)}' is no id of a {what}; allowed: up to 64 {(ascii ? "letters a-z, digits" : "letters, digits")}, hyphens and underscores");
            return false;
        }

        if (_places.TryAdd(id, place))
        {
            return true;
        }

        faults.Error(place, $"the id '{id}' of a {what} is taken already, at {_places[id]}; give every {what} an id of its own");
        return false;
    }

    private static bool IsAllowed(char character, bool ascii) =>
        character is '-' or '_' || (ascii ? char.IsAsciiLetterOrDigit(character) : char.IsLetterOrDigit(character));
}
