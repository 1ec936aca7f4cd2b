namespace OpinionWatch.Rules.Matching.Characters;

/// <summary>The character data, ready for looking up. Built once for an engine, in a few milliseconds.</summary>
internal sealed class CharacterData
{
    private readonly Dictionary<char, ushort[]> _readings = [];
    private readonly Dictionary<char, string> _alike = [];
    private readonly Dictionary<char, string> _spellings = [];
    private readonly char[] _radicals = new char[char.MaxValue + 1];
    private readonly ushort[] _usual = new ushort[char.MaxValue + 1];

    /// <summary>Reads what the image holds.</summary>
    public CharacterData(CharacterImage image)
    {
        Folds = image.Folds;
        Syllables = new Syllables(image.Syllables);
        ReadReadings(image.Readings);
        ReadShapes(image.Shapes);
        for (var i = 0; i <= char.MaxValue; i++)
        {
            _radicals[i] = (char)i;
        }

        for (var i = 0; i < image.Radicals.Length; i += 2)
        {
            _radicals[image.Radicals[i]] = image.Radicals[i + 1];
            _spellings[image.Radicals[i + 1]] = SpellingsOf(image.Radicals[i + 1]) + image.Radicals[i];
        }

        Splits = ReadSplits(image.Splits);
    }

    /// <summary>Pairs of a character and what it is folded to.</summary>
    public string Folds { get; }

    /// <summary>Each way to take a character apart, radicals in their usual spelling.</summary>
    public IReadOnlyList<(string Parts, char Whole)> Splits { get; }

    /// <summary>The usual reading of each UTF-16 unit; 0 when it has none.</summary>
    public ReadOnlySpan<ushort> UsualReadings => _usual;

    /// <summary>One spelling for each part: 手 and 才 are 扌.</summary>
    public char Radical(char part) => _radicals[part];

    /// <summary>All spellings of a part, from its one spelling.</summary>
    public string SpellingsOf(char radical) => _spellings.GetValueOrDefault(radical, radical.ToString());

    /// <summary>All readings of a character, the usual one first; empty when it has none.</summary>
    public ReadOnlySpan<ushort> ReadingsOf(char c) => _readings.TryGetValue(c, out var readings) ? readings : [];

    /// <summary>Characters that look like this one, itself left out.</summary>
    public string AlikeTo(char c) => _alike.GetValueOrDefault(c, "");

    /// <summary>The syllables of pinyin.</summary>
    public Syllables Syllables { get; }

    private static List<(string Parts, char Whole)> ReadSplits(string encoded)
    {
        var splits = new List<(string Parts, char Whole)>();
        for (var i = 0; i < encoded.Length;)
        {
            int count = encoded[i];
            splits.Add((encoded.Substring(i + 1, count), encoded[i + 1 + count]));
            i += count + 2;
        }

        return splits;
    }

    private void ReadReadings(string encoded)
    {
        for (var i = 0; i < encoded.Length;)
        {
            var readings = new ushort[encoded[i + 1]];
            for (var k = 0; k < readings.Length; k++)
            {
                readings[k] = (ushort)(encoded[i + 2 + k] + 1);
            }

            _readings[encoded[i]] = readings;
            _usual[encoded[i]] = readings[0];
            i += readings.Length + 2;
        }
    }

    private void ReadShapes(string groups)
    {
        foreach (var group in groups.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var c in group)
            {
                _alike[c] = _alike.GetValueOrDefault(c, "") + group.Replace(c.ToString(), "");
            }
        }
    }
}
