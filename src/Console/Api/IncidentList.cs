using System.Buffers.Text;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Filters and pages a list of incidents. Pure.</summary>
internal static class IncidentList
{
    /// <summary>Incidents on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Gives one page, newest first, and the cursor of the next.</summary>
    /// <param name="newestFirst">All incidents.</param>
    /// <param name="state">Only this state; null = all.</param>
    /// <param name="level">Only this level; null = all.</param>
    /// <param name="since">Only those opened at or after; null = all.</param>
    /// <param name="after">Only those behind this one in the order; null = from the start.</param>
    public static (IReadOnlyList<Incident> Items, string? Next) PageOf(IReadOnlyList<Incident> newestFirst, IncidentState? state, Level? level, DateTimeOffset? since, Position? after)
    {
        var matching = newestFirst
            .Where(i => state is null || i.State == state)
            .Where(i => level is null || i.Level == level)
            .Where(i => since is null || i.OpenedAt >= since)
            .Where(i => after is null || after.IsBefore(i))
            .Take(PageSize + 1)
            .ToList();
        return matching.Count <= PageSize
            ? (matching, null)
            : (matching[..PageSize], Position.Of(matching[PageSize - 1]).ToString());
    }

    /// <summary>A place in the order of the list.</summary>
    internal sealed record Position(DateTimeOffset OpenedAt, string Id)
    {
        public static Position Of(Incident incident) => new(incident.OpenedAt, incident.Id);

        public bool IsBefore(Incident incident) =>
            incident.OpenedAt < OpenedAt || (incident.OpenedAt == OpenedAt && string.CompareOrdinal(incident.Id, Id) < 0);

        public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{OpenedAt.UtcTicks}:{Id}"));

        /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
        public static bool TryParse(string cursor, out Position? position)
        {
            position = null;
            if (cursor.Length > 200 || !Base64Url.IsValid(cursor))
            {
                return false;
            }

            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(':', 2);
            if (parts.Length != 2 || !long.TryParse(parts[0], out var ticks) || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
            {
                return false;
            }

            position = new Position(new DateTimeOffset(ticks, TimeSpan.Zero), parts[1]);
            return true;
        }
    }
}
