using System.Runtime.InteropServices;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Remembers which of the requests pages make come to nothing, so that an outage is told from what never works: a counter that died years ago, a poll that is never answered.</summary>
/// <remarks>
/// A page without its data looks like one without news, or like a post that was edited; a page that is never read because of a dead counter is no better.
/// Each request is known by itself and by its kin: a dead one beside others that come is known by itself, one that is another each time by its kin.
/// </remarks>
internal sealed class FailingParts(TimeProvider time)
{
    private const int MostParts = 2000;
    private const int UsualFrom = 3;
    private static readonly TimeSpan UsualAfter = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan UsualAfterSuccess = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Part> _parts = [];
    private readonly Lock _gate = new();
    private long _renderings;

    /// <summary>Gives the number of a rendering that begins.</summary>
    public long Begin() => Interlocked.Increment(ref _renderings);

    /// <summary>Notes that a request was answered. What failed of its kin in the same rendering fails on: it is no outage that is over.</summary>
    public void Came(PartName name, long rendering)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var kin = Find(KinOf(name));
            Keep(OwnOf(name), new Part { At = now, CameAt = now });
            Keep(KinOf(name), kin.FailedIn == rendering
                ? kin with { At = now, CameAt = now }
                : kin with { At = now, CameAt = now, CameIn = rendering, Before = kin.CameIn == rendering ? kin.Before : kin.Failing, Failing = default });
        }
    }

    /// <summary>Notes that a request came to nothing, and says whether it has done so for so long that the page is what it is without it.</summary>
    public bool Failed(PartName name, long rendering)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var (own, kin) = (Find(OwnOf(name)), Find(KinOf(name)));
            own = own with { At = now, Failing = own.Failing.With(now) };
            kin = kin with { At = now, Failing = (kin.CameIn == rendering && kin.FailedIn != rendering ? kin.Before : kin.Failing).With(now), FailedIn = rendering };
            Keep(OwnOf(name), own);
            Keep(KinOf(name), kin);

            // An article never asked for before is as good as one that came when all of its kin ceased to come; what came itself is not judged by its kin.
            var isOutage = kin.CameAt is { } came && came <= own.Failing.Since;
            return IsUsual(own.Failing, own.CameAt is not null || isOutage) || (own.CameAt is null && IsUsual(kin.Failing, kin.CameAt is not null));
        }
    }

    private bool IsUsual(Streak failing, bool hasCome) => failing.Failures >= UsualFrom && time.GetElapsedTime(failing.Since) >= (hasCome ? UsualAfterSuccess : UsualAfter);

    private Part Find(string key) => _parts.GetValueOrDefault(key) ?? new Part();

    private void Keep(string key, Part part)
    {
        _parts[key] = part;
        if (_parts.Count > MostParts)
        {
            _parts.Remove(_parts.MinBy(known => known.Value.At).Key);
        }
    }

    private static string OwnOf(PartName name) => "=" + name.Exact;

    private static string KinOf(PartName name) => "~" + name.Folded;

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Streak(int Failures, long Since)
    {
        public Streak With(long now) => new(Failures + 1, Failures == 0 ? now : Since);
    }

    private sealed record Part
    {
        public long At { get; init; }

        public long? CameAt { get; init; }

        public Streak Failing { get; init; }

        /// <summary>The streak that was when the rendering <see cref="CameIn"/> saw it end.</summary>
        public Streak Before { get; init; }

        public long CameIn { get; init; }

        public long FailedIn { get; init; }
    }
}
