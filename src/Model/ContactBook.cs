using OpinionWatch.Model.Duty;

namespace OpinionWatch.Model;

/// <summary>All contacts and groups of <c>config/contacts.yaml</c>, and who of them is on duty when.</summary>
public sealed record ContactBook(IReadOnlyList<Contact> Contacts, IReadOnlyDictionary<string, IReadOnlyList<string>> Groups)
{
    /// <summary>Nobody.</summary>
    public static ContactBook Empty { get; } = new([], new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Rosters, absences and quiet hours.</summary>
    public DutyPlan Duty { get; init; } = DutyPlan.None;

    /// <summary>Finds a contact; null when there is none.</summary>
    public Contact? Find(string id) => Contacts.FirstOrDefault(contact => contact.Id == id);

    /// <summary>Lists the ids a list of contact and group ids means, each once, in order.</summary>
    public IReadOnlyList<string> Expand(IEnumerable<string> ids) => [.. ids.SelectMany(id => Groups.TryGetValue(id, out var members) ? members : [id]).Distinct()];

    /// <summary>Lists the people a list of contact and group ids means, each once, in order, whoever is away. Unknown ids and rosters are left out.</summary>
    public IReadOnlyList<Contact> Resolve(IEnumerable<string> ids) => [.. Expand(ids).Select(Find).OfType<Contact>()];
}
