using System.Globalization;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Lexicons;

/// <summary>Reads <c>lexicon/*.csv</c>. Lines count as rows do in Excel, columns as fields.</summary>
internal sealed class LexiconReader(FaultList faults)
{
    private const int MostTerms = 50_000;
    private const int LongestTerm = 100;
    private const int MostPoints = 1000;

    private static readonly char[] MatchSeparators = ['+', '＋', '|', '、', ' '];

    private readonly List<LexiconEntry> _entries = [];
    private readonly Dictionary<(string Term, string Category), Place> _places = [];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    /// <summary>All entries so far, in the order of the files.</summary>
    public IReadOnlyList<LexiconEntry> Entries => _entries;

    /// <summary>Reads one file.</summary>
    public void Read(ConfigurationSnapshot snapshot, ConfigurationFile file)
    {
        var shown = YamlFile.NameOf(snapshot, file.Name);
        if (file.Unreadable is not null)
        {
            faults.Error(Place.StartOf(shown), file.Unreadable);
            return;
        }

        var (text, _, why, line) = FileText.Decode(file.Bytes.Span);
        if (text is null)
        {
            faults.Error(new Place(shown, line, 1), why!);
            return;
        }

        ReadRows(shown, text);
    }

    private void ReadRows(string file, string text)
    {
        LexiconHeader? header = null;
        foreach (var (line, fields) in new LexiconRows(file, faults).Read(text))
        {
            if (header is null)
            {
                header = LexiconHeader.Read(fields, (index, message) => faults.Error(new Place(file, line, index + 1), message));
                if (header is null)
                {
                    return;
                }
            }
            else if (!Add(new LexiconRow(file, line, fields, header), header))
            {
                return;
            }
        }
    }

    private bool Add(LexiconRow row, LexiconHeader header)
    {
        if (row.TooWide is { } surplus)
        {
            faults.Error(row.At(surplus), $"there are more fields than the first line has columns ({header.Width}); put a field that holds the separator in quotation marks");
            return true;
        }

        var term = row.Field(header.Term);
        var category = row.Field(header.Category);
        if (term.Length is 0 or > LongestTerm)
        {
            faults.Error(row.At(header.Term), term.Length == 0 ? "词条 is empty" : $"词条 is longer than {LongestTerm} characters");
        }

        if (category.Length == 0)
        {
            faults.Error(row.At(header.Category), "类别 is empty; write what kind of word it is, as 行为, 后果, 对象, 地域");
        }

        WarnOfUnknown(category, row.At(header.Category));
        var (match, variants) = ReadMatch(row, header.Match);
        var entry = new LexiconEntry
        {
            Term = term,
            Category = category,
            Points = ReadPoints(row, header.Points),
            Match = match,
            Variants = variants,
            Exclusions = [.. row.Field(header.Exclusions).Split(['|', '｜'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
            Note = row.Field(header.Note) is { Length: > 0 } note ? note : null,
        };
        if (term.Length == 0 || category.Length == 0)
        {
            return true;
        }

        if (!_places.TryAdd((term, category), row.At(header.Term)))
        {
            faults.Warning(row.At(header.Term), $"'{Shown.Of(term)}' of the category {Shown.Of(category)} stands already at {_places[(term, category)]}; the first line counts");
            return true;
        }

        if (_entries.Count >= MostTerms)
        {
            faults.Error(row.At(header.Term), $"more than {MostTerms} terms in all lexicon files");
            return false;
        }

        _entries.Add(entry);
        return true;
    }

    /// <summary>Warns once of each name, where it stands first: a slip is often copied down the whole column.</summary>
    private void WarnOfUnknown(string category, Place place)
    {
        var name = category.Split('/')[0].Trim();
        if (category.Length > 0 && !CategoryNames.All.Contains(name) && _unknown.Add(name))
        {
            faults.Warning(place, $"类别 '{Shown.Of(name)}' is not known{Suggestion.For(name, CategoryNames.All)}: its words count as 行为 when they have points, and else for nothing; known: {string.Join(", ", CategoryNames.All)}");
        }
    }

    private int ReadPoints(LexiconRow row, int? column)
    {
        var text = row.Field(column);
        if (text.Length == 0)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points) && Math.Abs((long)points) <= MostPoints)
        {
            return points;
        }

        faults.Error(row.At(column!.Value), $"分值 '{Shown.Of(text)}' is no whole number from -{MostPoints} to {MostPoints}");
        return 0;
    }

    private (TermMatch Match, TermVariants Variants) ReadMatch(LexiconRow row, int? column)
    {
        var (match, variants) = (TermMatch.Anywhere, TermVariants.ByCategory);
        foreach (var word in row.Field(column).Split(MatchSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            switch (word)
            {
                case "任意":
                    break;
                case "整词":
                    match = TermMatch.WholeWord;
                    break;
                case "谐音":
                    variants = TermVariants.Confusable;
                    break;
                case "原字":
                    variants = TermVariants.Exact;
                    break;
                default:
                    faults.Error(row.At(column!.Value), $"匹配 '{Shown.Of(word)}' is not known; allowed: 任意, 整词, 谐音, 原字, two of them joined by +, or nothing for 任意");
                    break;
            }
        }

        return (match, variants);
    }
}
