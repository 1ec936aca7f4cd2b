namespace OpinionWatch.Model;

/// <summary>All contacts and groups of <c>config/contacts.yaml</c>.</summary>
public sealed record ContactBook(IReadOnlyList<Contact> Contacts, IReadOnlyDictionary<string, IReadOnlyList<string>> Groups)
{
    /// <summary>Nobody.</summary>
    public static ContactBook Empty { get; } = new([], new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Lists the people a list of contact and group ids means, each once, in order. Unknown ids are left out: <c>check</c> refuses them.</summary>
    public IReadOnlyList<Contact> Resolve(IEnumerable<string> ids) =>
        [.. ids
            .SelectMany(id => Groups.TryGetValue(id, out var members) ? members : [id])
            .Distinct()
            .Select(id => Contacts.FirstOrDefault(c => c.Id == id))
            .OfType<Contact>()];
}
