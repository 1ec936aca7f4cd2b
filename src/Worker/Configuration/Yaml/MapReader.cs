using System.Globalization;

namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Reads the keys of one map, each by its type; whatever is wrong becomes a fault, and the default stands in.</summary>
internal sealed class MapReader
{
    private readonly Dictionary<string, YamlEntry> _entries;
    private readonly string _prefix;

    private MapReader(YamlMap map, string name, Reading reading)
    {
        Map = map;
        Name = name;
        Reading = reading;
        _prefix = name.Length > 0 ? name + "." : "";
        _entries = map.Entries.ToDictionary(entry => entry.Key.Raw, StringComparer.Ordinal);
    }

    /// <summary>What is read.</summary>
    public YamlMap Map { get; }

    /// <summary>How faults call it, e.g. <c>mail</c>.</summary>
    public string Name { get; }

    /// <summary>The reading it is part of.</summary>
    public Reading Reading { get; }

    private FaultList Faults => Reading.Faults;

    /// <summary>Opens a map; keys that are not allowed are faults.</summary>
    /// <returns>Null when there is nothing; also when the node is no map, which is a fault.</returns>
    public static MapReader? Open(YamlNode? node, string name, Reading reading, params IReadOnlyList<string> allowed)
    {
        switch (node)
        {
            case null or YamlScalar { IsNull: true }:
                return null;
            case YamlMap map:
                var opened = new MapReader(map, name, reading);
                opened.RefuseUnknown(allowed);
                return opened;
            default:
                reading.Faults.Error(node.Place, $"{(name.Length > 0 ? name : "the file")} holds keys with values ({string.Join(", ", allowed)}), not {node.Kind}");
                return null;
        }
    }

    /// <summary>Says whether a key stands there with a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Gives the node of a key; null when it is absent or empty.</summary>
    public YamlNode? Find(string key) => _entries.TryGetValue(key, out var entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;

    /// <summary>Gives the place of a key's value, of the key when the value is empty, or else of the map.</summary>
    public Place At(string key) => Find(key)?.Place ?? (_entries.TryGetValue(key, out var entry) ? entry.Key.Place : Map.Place);

    /// <summary>Gives the place of a key itself, or else of the map.</summary>
    public Place AtKey(string key) => _entries.TryGetValue(key, out var entry) ? entry.Key.Place : Map.Place;

    /// <summary>Notes an error at a key.</summary>
    public void Error(string key, string message) => Faults.Error(At(key), $"{_prefix}{key}: {message}");

    /// <summary>Notes a warning at a key.</summary>
    public void Warning(string key, string message) => Faults.Warning(At(key), $"{_prefix}{key}: {message}");

    /// <summary>Opens a map below a key.</summary>
    public MapReader? Child(string key, params IReadOnlyList<string> allowed) => Open(Find(key), _prefix + key, Reading, allowed);

    /// <summary>Reads a text; null when absent, or faulty.</summary>
    public string? Text(string key) => Find(key) is { } node ? Reading.TextOf(node, _prefix + key) : null;

    /// <summary>Reads a text that must be there; null when it is not: then there is a fault.</summary>
    public string? Required(string key, string meaning)
    {
        var node = Find(key);
        var text = Text(key);
        if (node is null || text is { } found && string.IsNullOrWhiteSpace(found))
        {
            Faults.Error(At(key), $"{_prefix}{key} is missing: {meaning}");
            return null;
        }

        return text;
    }

    /// <summary>Reads a duration between two bounds.</summary>
    public TimeSpan? Duration(string key, TimeSpan least, TimeSpan most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Durations.Parse(text) is { } span && span >= least && span <= most)
        {
            return span;
        }

        Error(key, $"'{Written(key)}' is no duration from {Durations.Write(least)} to {Durations.Write(most)}; write {Durations.Form}");
        return null;
    }

    /// <summary>Reads a whole number between two bounds.</summary>
    public long? Integer(string key, long least, long most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Error(key, $"'{Written(key)}' is no whole number from {least} to {most}");
        return null;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public bool? Flag(string key) => Choice(key, ("true", true), ("false", false));

    /// <summary>Reads one of several words.</summary>
    public T? Choice<T>(string key, params IReadOnlyList<(string Word, T Value)> allowed)
        where T : struct => Text(key) is null ? null : ChoiceOf(Find(key)!, _prefix + key, allowed);

    /// <summary>Reads a list of words, each one of several.</summary>
    public IReadOnlyList<T> Choices<T>(string key, params IReadOnlyList<(string Word, T Value)> allowed)
        where T : struct => [.. Items(key, string.Join(", ", allowed.Select(pair => pair.Word))).Select(item => ChoiceOf(item, _prefix + key, allowed)).OfType<T>().Distinct()];

    /// <summary>Reads a list of texts with their places; faulty ones are left out.</summary>
    public IReadOnlyList<(string Text, Place Place)> Texts(string key, string example) =>
        [.. Items(key, example)
            .Select(item => (Text: item is YamlScalar { IsNull: true } ? "" : Reading.TextOf(item, _prefix + key), item.Place))
            .Where(item => item.Text is not null && NotEmpty(item.Text, item.Place, key))
            .Select(item => (item.Text!, item.Place))];

    /// <summary>Gives the items of a list; empty when it is absent; a fault when it is no list.</summary>
    public IReadOnlyList<YamlNode> Items(string key, string example)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                Faults.Error(other.Place, $"{_prefix}{key} is a list, written [{example}], not {other.Kind}");
                return [];
        }
    }

    private T? ChoiceOf<T>(YamlNode node, string name, IReadOnlyList<(string Word, T Value)> allowed)
        where T : struct
    {
        if (Reading.TextOf(node, name) is not { } text)
        {
            return null;
        }

        foreach (var (word, value) in allowed)
        {
            if (word == text)
            {
                return value;
            }
        }

        var words = allowed.Select(pair => pair.Word).ToList();
        Faults.Error(node.Place, $"{name}: '{Written(node)}' is not known{Suggestion.For(((YamlScalar)node).Raw, words)}; allowed: {string.Join(", ", words)}");
        return null;
    }

    private bool NotEmpty(string text, Place place, string key)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        Faults.Error(place, $"{_prefix}{key}: an entry is empty");
        return false;
    }

    private void RefuseUnknown(IReadOnlyList<string> allowed)
    {
        foreach (var key in Map.Entries.Select(entry => entry.Key).Where(key => !allowed.Contains(key.Raw)))
        {
            Faults.Error(key.Place, $"unknown key '{Shown.Of(key.Raw)}'{(Name.Length > 0 ? " in " + Name : "")}{Suggestion.For(key.Raw, allowed)}; allowed: {string.Join(", ", allowed)}");
        }
    }

    /// <summary>Gives a single value as written in the file, for faults: a secret shows as <c>${env:NAME}</c>.</summary>
    public string Written(string key) => Written(Find(key)!);

    private static string Written(YamlNode node) => Shown.Of(((YamlScalar)node).Raw);
}
