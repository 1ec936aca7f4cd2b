using System.Text;
using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.CharacterBuilder;

/// <summary>Makes the image of the public lists it is given. The same lists give the same image.</summary>
public static class ImageBuilder
{
    /// <summary>Builds the image.</summary>
    /// <param name="simplified">OpenCC's <c>TSCharacters.txt</c>.</param>
    /// <param name="readings">Unihan's <c>Unihan_Readings.txt</c>.</param>
    /// <param name="radicals">Unicode's <c>EquivalentUnifiedIdeograph.txt</c>.</param>
    /// <param name="parts">The CJK decomposition data.</param>
    /// <param name="unicode">Unicode's <c>UnicodeData.txt</c>.</param>
    /// <param name="variants">Unihan's <c>Unihan_Variants.txt</c>.</param>
    public static CharacterImage Build(
        IEnumerable<string> simplified, IEnumerable<string> readings, IEnumerable<string> radicals, IEnumerable<string> parts, IEnumerable<string> unicode, IEnumerable<string> variants)
    {
        var table = ReadingTable.Read(readings);
        var decompositions = DecompositionTable.Read(parts);
        return new CharacterImage
        {
            Folds = FoldTable.Build(simplified, radicals, unicode, variants, table.Characters),
            Syllables = table.Syllables,
            Readings = table.Encode(),
            Splits = SplitList.Build(decompositions, table.Characters),
            Radicals = RadicalSpellings.Pairs(),
            Shapes = ShapeList.Build(decompositions, table.Characters),
        };
    }

    /// <summary>Whether a string is one UTF-16 unit.</summary>
    internal static bool IsUnit(string text) => text.Length == 1;

    /// <summary>A code point as <c>U+4E00</c> or <c>4E00</c>; null outside the basic plane.</summary>
    internal static char? UnitOf(ReadOnlySpan<char> codePoint)
    {
        var digits = codePoint.StartsWith("U+") ? codePoint[2..] : codePoint;
        return int.TryParse(digits, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var value) && value <= char.MaxValue && !char.IsSurrogate((char)value) ? (char)value : null;
    }

    /// <summary>Joins pairs.</summary>
    internal static string Join(IEnumerable<(char From, char To)> pairs)
    {
        var all = new StringBuilder();
        foreach (var (from, to) in pairs)
        {
            _ = all.Append(from).Append(to);
        }

        return all.ToString();
    }
}
