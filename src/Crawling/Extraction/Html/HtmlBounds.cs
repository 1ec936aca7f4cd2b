using System.Text;

namespace OpinionWatch.Crawling.Extraction.Html;

/// <summary>Rewrites HTML in one linear pass so that parsing it is bounded: no scripts, styles and comments, no endless nesting, no giant tags.</summary>
/// <remarks>
/// A standards-true parser walks its stack of open elements at each tag and re-opens unclosed formatting at each block, so hostile nesting costs the square
/// of its size. Tags beyond the bounds are left out; their text stays. A sound page passes unchanged but for what no reader sees.
/// </remarks>
internal sealed class HtmlBounds
{
    private const int MaxTags = 60_000;
    private const int MaxDepth = 300;
    private const int MaxFormatting = 12;
    private const int MaxTagLength = 4096;
    private const int MaxTextLength = 6 * 1024 * 1024;
    private const int MaxScripts = 60;
    private const int ShortScript = 20;
    private const int MaxScriptLength = 1024 * 1024;

    private readonly string _html;
    private readonly StringBuilder _kept;
    private readonly Dictionary<string, int> _formatting = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _data = [];
    private readonly List<string> _scripts = [];
    private int _scriptLength;
    private int _tags;
    private int _depth;
    private int _dropped;

    private HtmlBounds(string html)
    {
        _html = html.Length > MaxTextLength ? html[..MaxTextLength] : html;
        _kept = new StringBuilder(_html.Length);
    }

    /// <summary>Gives the bounded HTML, the JSON-LD blocks found on the way, and the scripts that stand in the page.</summary>
    internal static (string Html, IReadOnlyList<string> StructuredData, IReadOnlyList<string> Scripts) Apply(string html)
    {
        var bounds = new HtmlBounds(html);
        bounds.Run();
        return (bounds._kept.ToString(), bounds._data, bounds._scripts);
    }

    private void Run()
    {
        for (var at = 0; at < _html.Length;)
        {
            var open = _html.IndexOf('<', at);
            if (open < 0)
            {
                _kept.Append(_html, at, _html.Length - at);
                return;
            }

            _kept.Append(_html, at, open - at);
            at = Markup(open);
        }
    }

    /// <summary>Handles what begins at a less-than sign and gives where reading goes on.</summary>
    private int Markup(int open)
    {
        var next = open + 1 < _html.Length ? _html[open + 1] : '\0';
        if (next is '!' or '?')
        {
            return Declaration(open);
        }

        var closing = next == '/';
        var start = open + (closing ? 2 : 1);
        if (start >= _html.Length || !char.IsAsciiLetter(_html[start]))
        {
            _kept.Append('<');
            return open + 1;
        }

        var end = TagEnd(start);
        var nameEnd = start;
        while (nameEnd < end && !char.IsWhiteSpace(_html[nameEnd]) && _html[nameEnd] is not ('/' or '>'))
        {
            nameEnd++;
        }

        var name = nameEnd - start <= 12 ? _html[start..nameEnd].ToLowerInvariant() : "";
        if (!closing && name is "script" or "style" or "iframe" or "noembed" or "noframes" or "xmp" or "svg" or "math" or "template" or "plaintext")
        {
            return Raw(name, open, end);
        }

        if (closing ? KeepsEnd(name) : KeepsStart(name))
        {
            if (end - open > MaxTagLength)
            {
                _kept.Append('<').Append(closing ? "/" : "").Append(_html, start, Math.Min(nameEnd - start, 40)).Append('>');
            }
            else
            {
                _kept.Append(_html, open, end - open);
            }
        }
        else
        {
            _kept.Append(' ');
        }

        return end;
    }

    private int Declaration(int open)
    {
        if (string.CompareOrdinal(_html, open, "<!--", 0, 4) == 0)
        {
            var close = _html.IndexOf("-->", open + 2, StringComparison.Ordinal);
            return close < 0 ? _html.Length : close + 3;
        }

        var end = _html.IndexOf('>', open);
        if (string.Compare(_html, open, "<!doctype", 0, 9, StringComparison.OrdinalIgnoreCase) == 0 && end >= 0 && end - open < 300)
        {
            _kept.Append(_html, open, end + 1 - open);
        }

        return end < 0 ? _html.Length : end + 1;
    }

    /// <summary>Leaves out an element with all it holds, but keeps JSON-LD aside. An svg or template that is never closed loses only its tag.</summary>
    private int Raw(string name, int open, int tagEnd)
    {
        if (tagEnd - open < MaxTagLength && tagEnd >= 2 && _html[tagEnd - 2] == '/' && name is "svg" or "math")
        {
            return tagEnd;
        }

        if (name == "plaintext")
        {
            return tagEnd;
        }

        var close = _html.IndexOf("</" + name, tagEnd, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return name is "svg" or "math" or "template" ? TagWithoutEnd(tagEnd) : _html.Length;
        }

        if (name == "script" && _data.Count < 20 && _html.AsSpan(open, Math.Min(tagEnd - open, 300)).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        {
            _data.Add(_html[tagEnd..close]);
        }
        else if (name == "script")
        {
            KeepScript(tagEnd, close);
        }

        var end = _html.IndexOf('>', close);
        return end < 0 ? _html.Length : end + 1;
    }

    /// <summary>Keeps a script aside while there are few: on many pages the time, and on some the text, stand only there.</summary>
    private void KeepScript(int start, int end)
    {
        var length = Math.Min(end - start, MaxScriptLength - _scriptLength);
        if (length >= ShortScript && _scripts.Count < MaxScripts && _html.AsSpan(start, length).ContainsAnyInRange('0', '9'))
        {
            _scripts.Add(_html.Substring(start, length));
            _scriptLength += length;
        }
    }

    /// <summary>Counts a search that ran to the end against the bound on tags, so that many of them stay linear in sum.</summary>
    private int TagWithoutEnd(int tagEnd)
    {
        _tags += MaxTags / 100;
        return _tags > MaxTags ? _html.Length : tagEnd;
    }

    private bool KeepsStart(string name)
    {
        if (++_tags > MaxTags)
        {
            return false;
        }

        if (IsFormatting(name))
        {
            var count = _formatting.GetValueOrDefault(name) + 1;
            _formatting[name] = count;
            return count <= MaxFormatting / 2 && _formatting.Values.Sum() <= MaxFormatting;
        }

        if (IsVoidOrImplied(name))
        {
            return true;
        }

        if (_depth >= MaxDepth)
        {
            _dropped++;
            return false;
        }

        _depth++;
        return true;
    }

    private bool KeepsEnd(string name)
    {
        if (++_tags > MaxTags)
        {
            return false;
        }

        if (IsFormatting(name))
        {
            var count = _formatting.GetValueOrDefault(name);
            _formatting[name] = Math.Max(0, count - 1);
            return count > 0;
        }

        if (IsVoidOrImplied(name))
        {
            return true;
        }

        if (_dropped > 0)
        {
            _dropped--;
            return false;
        }

        _depth = Math.Max(0, _depth - 1);
        return true;
    }

    private int TagEnd(int from)
    {
        // A quote opens a value only right after an equals sign; anything else would let one stray quote swallow the page.
        for (var i = from; i < _html.Length; i++)
        {
            var c = _html[i];
            if (c == '>')
            {
                return i + 1;
            }

            if (c is '"' or '\'' && IsAfterEquals(i))
            {
                var close = _html.IndexOf(c, i + 1);
                if (close < 0)
                {
                    return _html.Length;
                }

                i = close;
            }
        }

        return _html.Length;
    }

    private bool IsAfterEquals(int quote)
    {
        var i = quote - 1;
        while (i > 0 && _html[i] is ' ' or '\t' or '\n' or '\r' && quote - i < 20)
        {
            i--;
        }

        return _html[i] == '=';
    }

    private static bool IsFormatting(string name) =>
        name is "b" or "big" or "code" or "em" or "font" or "i" or "s" or "small" or "strike" or "strong" or "tt" or "u";

    private static bool IsVoidOrImplied(string name) =>
        name is "br" or "img" or "input" or "hr" or "meta" or "link" or "wbr" or "area" or "base" or "col" or "embed" or "param" or "source" or "track" or "frame"
            or "p" or "li" or "a" or "nobr" or "td" or "th" or "tr" or "tbody" or "thead" or "tfoot" or "dt" or "dd" or "option" or "optgroup"
            or "html" or "head" or "body" or "colgroup" or "caption";
}
