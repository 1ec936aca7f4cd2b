using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections.Duty;

/// <summary>Reads who is named, and checks that there are such contacts and groups.</summary>
internal sealed class PeopleReader(ContactBook contacts, Reading reading)
{
    private readonly HashSet<string> _contacts = contacts.Contacts.Select(contact => contact.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The reading.</summary>
    public Reading Reading { get; } = reading;

    /// <summary>Reads a list of contacts and groups, and of <paramref name="others"/> that are allowed as well; a single name need not be in brackets.</summary>
    public IReadOnlyList<string> Named(MapReader map, string key, IReadOnlyList<string> others) =>
        map.Find(key) is not { } node ? [] : OneOrMore(node, key, others);

    /// <summary>Reads a list of contacts.</summary>
    public IReadOnlyList<string> Contacts(MapReader map, string key)
    {
        var named = map.Texts(key, "deputy, office");
        foreach (var (text, place) in named)
        {
            CheckContact(text, place);
        }

        return [.. named.Select(item => item.Text).Distinct()];
    }

    /// <summary>Reads one contact; null when absent.</summary>
    public string? Contact(MapReader map, string key, bool isRequired)
    {
        var text = isRequired ? map.Required(key, "the id of a contact, as officer") : map.Text(key);
        if (text is not null)
        {
            CheckContact(text, map.At(key));
        }

        return text;
    }

    /// <summary>Notes a fault when there is no such contact.</summary>
    public void CheckContact(string id, Place place)
    {
        if (!_contacts.Contains(id))
        {
            Reading.Faults.Error(place, $"there is no contact '{Shown.Of(id)}' in contacts.yaml{Suggestion.For(id, _contacts)}; contacts: {Names.List(_contacts)}");
        }
    }

    /// <summary>Reads a single name or a list of names.</summary>
    public IReadOnlyList<string> OneOrMore(YamlNode node, string name, IReadOnlyList<string>? others = null)
    {
        IReadOnlyList<YamlNode> items = node is YamlList list ? list.Items : [node];
        var ids = new List<string>();
        foreach (var item in items)
        {
            if (Reading.TextOf(item, name) is { } id && Check(id, item.Place, others ?? []))
            {
                ids.Add(id);
            }
        }

        if (items.Count == 0)
        {
            Reading.Faults.Error(node.Place, $"{name} is empty; name contacts or groups");
        }

        return [.. ids.Distinct()];
    }

    private bool Check(string id, Place place, IReadOnlyList<string> others)
    {
        if (_contacts.Contains(id) || contacts.Groups.ContainsKey(id) || others.Contains(id))
        {
            return true;
        }

        var known = _contacts.Concat(contacts.Groups.Keys).Concat(others).ToList();
        Reading.Faults.Error(place, $"there is no contact or group '{Shown.Of(id)}' in contacts.yaml{Suggestion.For(id, known)}; known: {Names.List(known)}");
        return false;
    }
}
