using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Keeps the scripts of pages for a while: each page begins with nothing, and a list seen every minute need not cost its scripts every minute.</summary>
internal sealed class ScriptCache(TimeProvider time)
{
    private const long MostBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

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

    /// <summary>Keeps a script, as long as its site says, at least ten minutes and at most a day.</summary>
    public void Keep(Uri url, Page script)
    {
        if (script.Body.Length > MostBytes / 8)
        {
            return;
        }

        lock (_gate)
        {
            Remove(url.AbsoluteUri);
            _scripts[url.AbsoluteUri] = new Entry(script, time.GetTimestamp(), FreshFor(script));
            _bytes += script.Body.Length;
            while (_bytes > MostBytes)
            {
                Remove(_scripts.MinBy(known => known.Value.At).Key);
            }
        }
    }

    private static TimeSpan FreshFor(Page script)
    {
        var control = script.Headers.FirstOrDefault(header => header.Key.Equals("Cache-Control", StringComparison.OrdinalIgnoreCase)).Value;
        var asked = System.Net.Http.Headers.CacheControlHeaderValue.TryParse(control, out var parsed) ? parsed?.MaxAge ?? Least : Least;
        return asked < Least ? Least : asked > Longest ? Longest : asked;
    }

    private void Remove(string url)
    {
        if (_scripts.Remove(url, out var entry))
        {
            _bytes -= entry.Script.Body.Length;
        }
    }

    private sealed record Entry(Page Script, long At, TimeSpan For);
}
