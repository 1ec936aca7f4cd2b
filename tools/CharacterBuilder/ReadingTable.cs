using System.Text;

namespace OpinionWatch.CharacterBuilder;

/// <summary>Readings of the characters of the general standard list (通用规范汉字表), without tones.</summary>
internal sealed class ReadingTable
{
    private const string Toned = "āáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ";
    private const string Plain = "aaaaeeeeeiiiioooouuuuvvvvvnnnm";

    private readonly SortedDictionary<char, List<string>> _readings = [];

    /// <summary>All syllables, sorted.</summary>
    public required IReadOnlyList<string> Syllables { get; init; }

    /// <summary>The characters that have a reading.</summary>
    public IReadOnlySet<char> Characters => _readings.Keys.ToHashSet();

    /// <summary>Reads <c>Unihan_Readings.txt</c>.</summary>
    public static ReadingTable Read(IEnumerable<string> lines)
    {
        var fields = new Dictionary<char, Dictionary<string, string>>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells.Length == 3 && cells[1] is "kMandarin" or "kTGHZ2013" && ImageBuilder.UnitOf(cells[0]) is { } c)
            {
                if (!fields.TryGetValue(c, out var own))
                {
                    fields[c] = own = [];
                }

                own[cells[1]] = cells[2];
            }
        }

        var readings = new SortedDictionary<char, List<string>>();
        foreach (var (c, own) in fields.Where(pair => pair.Value.ContainsKey("kTGHZ2013")))
        {
            var all = (c == '地' ? "dì" : own.GetValueOrDefault("kMandarin", "")).Split(' ')
                .Concat(own["kTGHZ2013"].Split(' ').Select(cell => cell[(cell.IndexOf(':') + 1)..]).SelectMany(cell => cell.Split(',')))
                .Select(Bare).Where(IsSyllable).Distinct(StringComparer.Ordinal).ToList();
            if (all.Count > 0)
            {
                readings[c] = all;
            }
        }

        var table = new ReadingTable { Syllables = [.. readings.Values.SelectMany(all => all).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
        foreach (var (c, all) in readings)
        {
            table._readings[c] = all;
        }

        return table;
    }

    /// <summary>The readings as the image holds them.</summary>
    public string Encode()
    {
        var numbers = Syllables.Select((syllable, index) => (syllable, index)).ToDictionary(pair => pair.syllable, pair => pair.index, StringComparer.Ordinal);
        var encoded = new StringBuilder();
        foreach (var (c, all) in _readings)
        {
            _ = encoded.Append(c).Append((char)all.Count);
            foreach (var syllable in all)
            {
                _ = encoded.Append((char)numbers[syllable]);
            }
        }

        return encoded.ToString();
    }

    private static string Bare(string toned) => string.Concat(toned.Where(c => c is < '\u0300' or > '\u036f').Select(c => Toned.IndexOf(c) is >= 0 and var at ? Plain[at] : c));

    private static bool IsSyllable(string text) => text.Length is > 0 and <= 6 && text.All(char.IsAsciiLetterLower) && text.Any(c => "aeiouv".Contains(c));
}
