using System.Net;

namespace OpinionWatch.Crawling.Extraction.Feeds;

/// <summary>Reads XML piece by piece and forgives what feeds get wrong: stray ampersands, HTML entities, text before the declaration, a missing end.</summary>
/// <remarks>A document type declaration is skipped unread, so there are no entities to expand and nothing outside to fetch. One pass, no recursion.</remarks>
internal sealed class XmlScanner(string xml)
{
    private int _at;
    private bool _subsetsEnded;

    /// <summary>Name as written, lower case, with its prefix; empty for a text.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>What was read.</summary>
    internal XmlPiece Piece { get; private set; }

    /// <summary>The text; of a tag, its inside after the name.</summary>
    internal string Text { get; private set; } = "";

    internal bool IsEmptyElement { get; private set; }

    /// <summary>Reads the next piece; false at the end.</summary>
    internal bool Read()
    {
        while (_at < xml.Length)
        {
            var open = xml[_at] == '<' ? _at : xml.IndexOf('<', _at);
            if (open != _at)
            {
                var end = open < 0 ? xml.Length : open;
                SetText(WebUtility.HtmlDecode(xml[_at..end]), end);
                return true;
            }

            if (Starts("<![CDATA["))
            {
                var end = Until("]]>", 9);
                SetText(xml[(_at + 9)..end], Math.Min(xml.Length, end + 3));
                return true;
            }

            if (Starts("<!--"))
            {
                _at = Math.Min(xml.Length, Until("-->", 4) + 3);
            }
            else if (Starts("<!") || Starts("<?"))
            {
                SkipDeclaration();
            }
            else if (_at + 1 < xml.Length && (char.IsLetter(xml[_at + 1]) || xml[_at + 1] is '/' or '_'))
            {
                Tag();
                return true;
            }
            else
            {
                SetText("<", _at + 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds an attribute of the tag just read; null when absent.</summary>
    internal string? Attribute(string name)
    {
        for (var at = 0; (at = Text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var rest = Text.AsSpan(at + name.Length).TrimStart();
            if ((at == 0 || char.IsWhiteSpace(Text[at - 1]) || Text[at - 1] == ':') && rest.Length > 1 && rest[0] == '=')
            {
                rest = rest[1..].TrimStart();
                var quote = rest.Length > 0 && rest[0] is '"' or '\'' ? rest[0] : ' ';
                rest = quote == ' ' ? rest : rest[1..];
                var end = rest.IndexOf(quote);
                return WebUtility.HtmlDecode((end < 0 ? rest : rest[..end]).ToString());
            }
        }

        return null;
    }

    private void Tag()
    {
        var closing = xml[_at + 1] == '/';
        var start = _at + (closing ? 2 : 1);
        var end = xml.IndexOf('>', start);
        end = end < 0 ? xml.Length : end;
        var nameEnd = start;
        while (nameEnd < end && !char.IsWhiteSpace(xml[nameEnd]) && xml[nameEnd] != '/')
        {
            nameEnd++;
        }

        Name = xml[start..nameEnd].ToLowerInvariant();
        IsEmptyElement = !closing && end > start && xml[end - 1] == '/';
        Text = xml[nameEnd..(IsEmptyElement && end > nameEnd ? end - 1 : end)];
        Piece = closing ? XmlPiece.End : XmlPiece.Start;
        _at = Math.Min(xml.Length, end + 1);
    }

    private void SkipDeclaration()
    {
        var end = xml.IndexOf('>', _at);
        if (end >= 0 && !_subsetsEnded && Starts("<!DOCTYPE") && xml.AsSpan(_at, end - _at).Contains('['))
        {
            var close = xml.IndexOf("]>", _at, StringComparison.Ordinal);
            _subsetsEnded = close < 0;
            end = close < 0 ? end : close + 1;
        }

        _at = end < 0 ? xml.Length : end + 1;
    }

    private void SetText(string text, int next)
    {
        Piece = XmlPiece.Text;
        Name = "";
        Text = text;
        IsEmptyElement = false;
        _at = next;
    }

    private bool Starts(string mark) => string.Compare(xml, _at, mark, 0, mark.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private int Until(string mark, int skip)
    {
        var end = xml.IndexOf(mark, Math.Min(xml.Length, _at + skip), StringComparison.Ordinal);
        return end < 0 ? xml.Length : end;
    }
}
