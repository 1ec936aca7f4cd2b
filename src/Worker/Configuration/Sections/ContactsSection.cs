using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>contacts.yaml</c>.</summary>
internal static class ContactsSection
{
    /// <summary>Reads the file.</summary>
    public static ContactBook Read(YamlNode? root, Reading reading)
    {
        var file = MapReader.Open(root, "", reading, "contacts", "groups");
        if (file is null)
        {
            return ContactBook.Empty;
        }

        var ids = new Ids("contact or group", reading.Faults);
        var contacts = new List<Contact>();
        foreach (var item in file.Items("contacts", "{ id: officer, name: 舆情信息员, email: officer@example.gov.cn }"))
        {
            if (MapReader.Open(item, "contact", reading, "id", "name", "email", "phone", "webhook") is { } contact && ReadContact(contact, ids) is { } read)
            {
                contacts.Add(read);
            }
        }

        return new ContactBook(contacts, ReadGroups(file, ids, contacts));
    }

    private static Contact? ReadContact(MapReader contact, Ids ids)
    {
        var id = contact.Required("id", "a short name, as officer");
        var email = ReadEmail(contact);
        var phone = ReadPhone(contact);
        var webhook = WebhookSection.Read(contact.Child("webhook", WebhookSection.Keys));
        if (!contact.Has("email") && !contact.Has("phone") && !contact.Has("webhook"))
        {
            contact.Reading.Faults.Warning(contact.Map.Place, $"contact '{Shown.Of(id ?? "")}' has neither email nor phone nor webhook, so nothing can reach it");
        }

        if (id is null || !ids.Take(id, contact.At("id"), ascii: false))
        {
            return null;
        }

        contact.Reading.Defined[id] = contact.At("id");
        var name = contact.Text("name");
        return new Contact { Id = id, Name = string.IsNullOrWhiteSpace(name) ? id : name.Trim(), Email = email, Phone = phone, Webhook = webhook };
    }

    private static string? ReadEmail(MapReader contact)
    {
        if (contact.Text("email")?.Trim() is not { } email)
        {
            return null;
        }

        if (!MailSection.IsMailbox(email) || email.Contains('<', StringComparison.Ordinal))
        {
            contact.Error("email", $"'{contact.Written("email")}' is no mail address; write one as officer@example.gov.cn");
            return null;
        }

        var domain = email[(email.LastIndexOf('@') + 1)..].ToLowerInvariant();
        if (domain.Split('.').Contains("example"))
        {
            contact.Warning("email", $"'{contact.Written("email")}' is a placeholder; write the person's real address");
        }

        return email;
    }

    private static string? ReadPhone(MapReader contact)
    {
        if (contact.Text("phone")?.Trim() is not { } phone)
        {
            return null;
        }

        var digits = phone.Count(char.IsAsciiDigit);
        if (digits is < 5 or > 15 || !phone.All(character => char.IsAsciiDigit(character) || character is ' ' or '-' or '+') || phone.LastIndexOf('+') > 0)
        {
            contact.Error("phone", $"'{contact.Written("phone")}' is no telephone number; write 5 to 15 digits in quotes, as \"13900001234\" or \"+86 139 0000 1234\"");
            return null;
        }

        if (phone.StartsWith("1380000", StringComparison.Ordinal))
        {
            contact.Warning("phone", $"'{contact.Written("phone")}' is a placeholder; write the person's real number, or remove it");
        }

        return phone;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadGroups(MapReader file, Ids ids, List<Contact> contacts)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (file.Find("groups") is not { } node)
        {
            return groups;
        }

        if (node is not YamlMap map)
        {
            file.Error("groups", $"holds names with lists, as leaders: [director, deputy], not {node.Kind}");
            return groups;
        }

        var names = map.Entries.Select(entry => entry.Key.Raw).ToHashSet(StringComparer.Ordinal);
        var reader = MapReader.Open(map, "groups", file.Reading, [.. names])!;
        foreach (var key in map.Entries.Select(entry => entry.Key))
        {
            var members = reader.Texts(key.Raw, "director, deputy");
            if (!ids.Take(key.Raw, key.Place, ascii: false))
            {
                continue;
            }

            if (members.Count == 0)
            {
                file.Reading.Faults.Warning(key.Place, $"the group '{key.Raw}' is empty");
            }

            foreach (var (text, place) in members.Where(member => contacts.TrueForAll(contact => contact.Id != member.Text)))
            {
                file.Reading.Faults.Error(place, names.Contains(text)
                    ? $"groups.{key.Raw}: '{Shown.Of(text)}' is a group; a group holds contacts only"
                    : $"groups.{key.Raw}: there is no contact '{Shown.Of(text)}'{Suggestion.For(text, contacts.Select(contact => contact.Id))}; contacts: {Names.List(contacts.Select(contact => contact.Id))}");
            }

            groups[key.Raw] = [.. members.Select(member => member.Text).Distinct()];
        }

        return groups;
    }
}
