using System.Text;
using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>jieba's full mode (<c>__cut_all</c>), with its quirks: letters gather across words, white space leaves empty tokens.</summary>
internal static class FullCut
{
    /// <summary>Adds the tokens of a text.</summary>
    public static void Cut(Lexicon lexicon, string text, List<string> into)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var inside = Block.Holds(text[at]);
            while (end < text.Length && Block.Holds(text[end]) == inside)
            {
                end++;
            }

            if (inside)
            {
                CutBlock(lexicon, text, at, end, into);
            }
            else
            {
                CutOutside(text, at, end, into);
            }

            at = end;
        }
    }

    private static void CutOutside(string text, int at, int end, List<string> into)
    {
        var pieceStart = at;
        for (var i = at; i < end; i++)
        {
            if (Block.IsSpace(text[i]))
            {
                var length = text[i] == '\r' && i + 1 < end && text[i + 1] == '\n' ? 2 : 1;
                into.Add(text[pieceStart..i]);
                into.Add(text.Substring(i, length));
                i += length - 1;
                pieceStart = i + 1;
            }
        }

        into.Add(text[pieceStart..end]);
    }

    private static void CutBlock(Lexicon lexicon, string text, int start, int end, List<string> into)
    {
        List<int> ends = [];
        var letters = new StringBuilder();
        var gathering = false;
        var last = -1;
        for (var at = start; at < end; at++)
        {
            Ends(lexicon, text, at, end, ends);
            if (gathering && !char.IsAsciiLetterOrDigit(text[at]))
            {
                gathering = false;
                into.Add(letters.ToString());
                letters.Clear();
            }

            if (ends.Count == 1 && at > last)
            {
                var word = text[at..(ends[0] + 1)];
                if (char.IsAsciiLetterOrDigit(text[at]))
                {
                    gathering = true;
                    letters.Append(word);
                }
                else
                {
                    into.Add(word);
                }

                last = ends[0];
            }
            else
            {
                foreach (var wordEnd in ends.Where(wordEnd => wordEnd > at))
                {
                    into.Add(text[at..(wordEnd + 1)]);
                    last = wordEnd;
                }
            }
        }

        if (gathering)
        {
            into.Add(letters.ToString());
        }
    }

    /// <summary>Lists the last characters of the words beginning at a character, or itself when there is none.</summary>
    private static void Ends(Lexicon lexicon, string text, int at, int end, List<int> ends)
    {
        ends.Clear();
        var node = lexicon.First[lexicon.CutCodes[text[at]]];
        for (var last = at; ;)
        {
            if (TrieNode.Frequency(node) != 0)
            {
                ends.Add(last);
            }

            var childBase = TrieNode.Base(node);
            if (++last == end || childBase == 0)
            {
                break;
            }

            int code = lexicon.CutCodes[text[last]];
            node = lexicon.Nodes[childBase + code];
            if (code == 0 || TrieNode.Label(node) != code)
            {
                break;
            }
        }

        if (ends.Count == 0)
        {
            ends.Add(at);
        }
    }
}
