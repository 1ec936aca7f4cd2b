using Lucene.Net.Index;
using Lucene.Net.Search;
using OpinionWatch.Console.Search;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Worker.Search;

/// <summary>What a person typed, as a query of bounded size, and the words to be marked in what is found.</summary>
internal sealed record SearchQuery(Query Query, IReadOnlyList<string> Words)
{
    private const int Longest = 200;
    private const int MostClauses = 16;

    /// <summary>Reads what was typed: words apart, phrases in double quotes.</summary>
    /// <exception cref="SearchRefusedException">It is empty, too long, or asks for nothing that could be found.</exception>
    public static SearchQuery Parse(string typed, SearchAnalyzer analyzer)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > Longest)
        {
            throw new SearchRefusedException($"q has 1 to {Longest} characters: words, or phrases in double quotes.");
        }

        var folded = SearchText.Fold(typed).Replace('“', '"').Replace('”', '"');
        var parts = folded.Split('"');
        if (parts.Length % 2 == 0)
        {
            throw new SearchRefusedException("q has a double quote without its other one.");
        }

        var all = new BooleanQuery();
        var words = new List<string>();
        for (var index = 0; index < parts.Length; index++)
        {
            foreach (var piece in index % 2 == 1 ? [parts[index]] : Cut(parts[index], analyzer))
            {
                if (Phrase(piece) is not { } phrase)
                {
                    continue;
                }

                if (words.Count == MostClauses)
                {
                    throw new SearchRefusedException($"q has more than {MostClauses} words; leave out the common ones.");
                }

                words.Add(piece.Trim());
                all.Add(index % 2 == 1 || piece.Length < 2 ? phrase : Either(piece, phrase), Occur.MUST);
            }
        }

        return words.Count > 0 ? new SearchQuery(all, words) : throw new SearchRefusedException("q has no letter or digit that could be found.");
    }

    private static IEnumerable<string> Cut(string text, SearchAnalyzer analyzer) => text
        .Split([' ', '\t', '\r', '\n', ',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(word => word.Length <= 2 ? [word] : analyzer.Cut(word, SegmentMode.Precise).DefaultIfEmpty(word))
        .Distinct(StringComparer.Ordinal);

    /// <summary>The word as it was cut, which weighs more, or the same characters wherever they were cut.</summary>
    private static BooleanQuery Either(string word, Query phrase) => new()
    {
        { new TermQuery(new Term(SearchAnalyzer.Words, word)), Occur.SHOULD },
        { phrase, Occur.SHOULD },
    };

    private static Query? Phrase(string text)
    {
        var units = SearchText.Units(text).Select(unit => new Term(SearchAnalyzer.Characters, text.Substring(unit.Start, unit.Length))).ToList();
        if (units.Count < 2)
        {
            return units.Count == 0 ? null : new TermQuery(units[0]);
        }

        var phrase = new PhraseQuery();
        units.ForEach(phrase.Add);
        return phrase;
    }
}
