using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Duty;

/// <summary>Who a list of contacts, groups and rosters means at an instant. Pure.</summary>
/// <param name="People">The people, each once, in order. Who is away without a deputy stands here all the same unless on duty by a roster: better told away than nobody.</param>
/// <param name="EmptyRosters">Rosters of the list on which nobody was on duty; their fallback is among the people.</param>
/// <param name="StoodIn">Who stands in for whom.</param>
public sealed record Recipients(IReadOnlyList<Contact> People, IReadOnlyList<string> EmptyRosters, IReadOnlyList<(Contact Away, Contact Deputy)> StoodIn)
{
    /// <summary>Resolves a list.</summary>
    /// <param name="book">All contacts, groups and rosters.</param>
    /// <param name="ids">The list; unknown ids are left out: <c>check</c> refuses them.</param>
    /// <param name="at">The instant.</param>
    /// <param name="canBeReached">Says whether anything reaches a contact.</param>
    public static Recipients Of(ContactBook book, IEnumerable<string> ids, DateTimeOffset at, Func<Contact, bool> canBeReached)
    {
        var people = new List<Contact>();
        var empty = new List<string>();
        var stoodIn = new List<(Contact Away, Contact Deputy)>();
        foreach (var id in ids)
        {
            if (!book.Duty.Rosters.TryGetValue(id, out var roster))
            {
                AddNamed([id]);
                continue;
            }

            var onDuty = OnDuty.At(book, roster, at, canBeReached);
            people.AddRange(onDuty);
            if (onDuty.Count == 0)
            {
                empty.Add(id);
                AddNamed(roster.Fallback);
            }
        }

        return new Recipients([.. people.DistinctBy(contact => contact.Id)], empty, [.. stoodIn.Distinct()]);

        void AddNamed(IEnumerable<string> named)
        {
            foreach (var contact in book.Resolve(named))
            {
                var found = StandIns.For(book, contact.Id, at, canBeReached) ?? contact;
                people.Add(found);
                if (found.Id != contact.Id)
                {
                    stoodIn.Add((contact, found));
                }
            }
        }
    }
}
