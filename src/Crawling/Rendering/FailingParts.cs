using System.Text;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Remembers which of the requests pages make come to nothing, so that an outage is told from what never works: a counter that died years ago, a poll that is never answered.</summary>
/// <remarks>A page without its data looks like one without news, or like a post that was edited; a page that is never read because of a dead counter is no better.</remarks>
internal sealed class FailingParts(TimeProvider time)
{
    private const int MostParts = 1000;
    private const int UsualFrom = 3;
    private static readonly TimeSpan UsualAfter = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan UsualAfterSuccess = TimeSpan.FromDays(1);

    private readonly Dictionary<string, Part> _parts = [];
    private readonly Lock _gate = new();

    /// <summary>Notes that a request was answered.</summary>
    public void Came(Uri url)
    {
        lock (_gate)
        {
            Keep(NameOf(url), new Part(HasCome: true, 0, 0, time.GetTimestamp()));
        }
    }

    /// <summary>Notes that a request came to nothing, and says whether it has done so for so long that the page is what it is without it.</summary>
    public bool Failed(Uri url)
    {
        lock (_gate)
        {
            var name = NameOf(url);
            var now = time.GetTimestamp();
            var known = _parts.GetValueOrDefault(name) ?? new Part(HasCome: false, 0, 0, now);
            var failing = known with { Failures = known.Failures + 1, Since = known.Failures == 0 ? now : known.Since, At = now };
            Keep(name, failing);
            return failing.Failures >= UsualFrom && time.GetElapsedTime(failing.Since) >= (failing.HasCome ? UsualAfterSuccess : UsualAfter);
        }
    }

    private void Keep(string name, Part part)
    {
        _parts[name] = part;
        if (_parts.Count > MostParts)
        {
            _parts.Remove(_parts.MinBy(known => known.Value.At).Key);
        }
    }

    /// <summary>Requests that differ in numbers only are one: of an interface that gives articles all fail together.</summary>
    private static string NameOf(Uri url)
    {
        var name = new StringBuilder();
        foreach (var letter in $"{url.Authority}{url.AbsolutePath}")
        {
            var written = char.IsAsciiDigit(letter) ? '0' : letter;
            if (written != '0' || name.Length == 0 || name[^1] != '0')
            {
                name.Append(written);
            }
        }

        return name.ToString();
    }

    private sealed record Part(bool HasCome, int Failures, long Since, long At);
}
