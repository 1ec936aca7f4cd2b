using System.Globalization;
using System.Net.Http.Headers;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Keeps the scripts of pages for a while: each page begins with nothing, and a list seen every minute need not cost its scripts every minute.</summary>
internal sealed class ScriptCache(TimeProvider time)
{
    private const long MostBytes = 32 * 1024 * 1024;
    private const int MostScripts = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Untold = TimeSpan.FromMinutes(1);
    private static readonly string[] OfOneUse = ["_", "cb"];

    private readonly Dictionary<string, Entry> _scripts = [];
    private readonly Lock _gate = new();
    private long _bytes;

    /// <summary>Finds a script; null when it is not known or too old.</summary>
    public Page? Find(Uri url)
    {
        lock (_gate)
        {
            return _scripts.TryGetValue(url.AbsoluteUri, out var entry) && time.GetElapsedTime(entry.At) < entry.For ? entry.Script : null;
        }
    }

    /// <summary>Keeps a script for as long as its site lets it be kept, ten minutes at most; one minute where the site does not say. Sites keep lists in scripts as well, and a list must not be old.</summary>
    public void Keep(Uri url, Page script)
    {
        var freshFor = FreshFor(script);
        if (script.Body.Length > MostBytes / 8 || freshFor <= TimeSpan.Zero || IsOfOneUse(url))
        {
            return;
        }

        lock (_gate)
        {
            foreach (var old in _scripts.Where(known => time.GetElapsedTime(known.Value.At) >= known.Value.For).Select(known => known.Key).ToList())
            {
                Remove(old);
            }

            Remove(url.AbsoluteUri);
            _scripts[url.AbsoluteUri] = new Entry(script, time.GetTimestamp(), freshFor);
            _bytes += script.Body.Length;
            while (_bytes > MostBytes || _scripts.Count > MostScripts)
            {
                Remove(_scripts.MinBy(known => known.Value.At).Key);
            }
        }
    }

    /// <summary>Says whether a parameter of that name makes an answer one for one call (JSONP), or is a number that is another the next time.</summary>
    public static bool IsOfOneUse(string name) =>
        OfOneUse.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains("callback", StringComparison.OrdinalIgnoreCase) || name.Contains("jsonp", StringComparison.OrdinalIgnoreCase);

    /// <summary>How long an answer may be used again (RFC 9111 §4.2, §5.2); zero when it may not.</summary>
    private static TimeSpan FreshFor(Page script)
    {
        var written = string.Join(", ", Values(script, "Cache-Control").Concat(Values(script, "Pragma")));
        if (CacheControlHeaderValue.TryParse(written, out var control) && control is not null)
        {
            if (control.NoCache || control.NoStore)
            {
                return TimeSpan.Zero;
            }

            if (control.MaxAge is { } age)
            {
                return Shorter(age, Longest);
            }
        }

        return Values(script, "Expires").FirstOrDefault() is not { } expires ? Untold
            : DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? Shorter(at - script.FetchedAt, Longest)
            : TimeSpan.Zero;
    }

    private static bool IsOfOneUse(Uri url) => url.Query.TrimStart('?').Split('&').Any(part => IsOfOneUse(part.Split('=')[0]));

    private static IEnumerable<string> Values(Page script, string name) => script.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private void Remove(string url)
    {
        if (_scripts.Remove(url, out var entry))
        {
            _bytes -= entry.Script.Body.Length;
        }
    }

    private sealed record Entry(Page Script, long At, TimeSpan For);
}
