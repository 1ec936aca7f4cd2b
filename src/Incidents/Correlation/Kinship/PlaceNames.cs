using System.Text.RegularExpressions;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Reads the two letters that name a village, an estate or a town, without the word for what it is: people write 双东 for 双东村.</summary>
internal static partial class PlaceNames
{
    // Letters that end no name: 我们村, 该镇, 被拆小区.
    private const string NoEnd = "民们我咱俺你他她全本该农乡各每某邻外同此这那哪个的了是在到出进回下驻与和及城一二三四五六七八九十两几整有县市区镇路上中里至为谓已所由元召开话前后旧老建置之被把让向从对";
    private const string NoStart = "的了是在我你他";

    /// <summary>Lists names of villages, estates, works.</summary>
    public static IEnumerable<string> Villages(string text) => Names(Village(), text);

    /// <summary>Lists names of villages and the like that surely are names: a town, a sign or the text's beginning stands before them. 「付至村」 is none.</summary>
    public static IEnumerable<string> Anchored(string text) => Names(AnchoredVillage(), text);

    /// <summary>Lists names of towns and streets.</summary>
    public static IEnumerable<string> Towns(string text) => Names(Town(), text);

    /// <summary>Lists places that were made unrecognisable, as public letter boxes do: B区, E县, K镇.</summary>
    public static IEnumerable<string> Anonymous(string text) => Letter().Matches(text).Select(match => match.Value);

    /// <summary>Gathers the pairs of letters that only name places: names with the letters round them, and the places the analysis found.</summary>
    public static HashSet<uint> PairsOf(string text, IEnumerable<string> regions)
    {
        var pairs = new HashSet<uint>();
        foreach (var match in Village().Matches(text).Concat(Town().Matches(text)))
        {
            Add(pairs, text.AsSpan(Math.Max(0, match.Index - 1), Math.Min(5, text.Length - Math.Max(0, match.Index - 1))));
        }

        foreach (var region in regions)
        {
            Add(pairs, region);
        }

        return pairs;
    }

    private static void Add(HashSet<uint> pairs, ReadOnlySpan<char> name)
    {
        for (var at = 0; at + 2 <= name.Length; at++)
        {
            pairs.Add(LetterPairs.HashOf(name.Slice(at, 2)));
        }
    }

    private static IEnumerable<string> Names(Regex pattern, string text) => pattern.Matches(text)
        .Select(match => match.Groups["name"].Value)
        .Where(name => !NoEnd.Contains(name[1]) && !NoStart.Contains(name[0]))
        .Distinct();

    [GeneratedRegex(@"(?=(?<name>[\u4e00-\u9fff]{2})(?:村|社区|小区|花园|家园|公寓|公馆|新城|华府|名苑|雅苑|名邸|名城|苑|砂场|沙场|石场|采石场|矿业|煤矿|锑矿|金矿|钨矿|砖厂|水库|工业园|产业园|码头))", RegexOptions.None, 1000)]
    private static partial Regex Village();

    [GeneratedRegex(@"(?<=镇|乡|街道|县|区|^|[\s\p{P}])[\u4e00-\u9fff]{0,2}?(?<name>[\u4e00-\u9fff]{2})(?:村|社区|小区|花园|家园|公寓|公馆|新城|华府|名苑|雅苑|名邸|名城|苑|砂场|沙场|采石场|矿业|水库|工业园|产业园)", RegexOptions.None, 1000)]
    private static partial Regex AnchoredVillage();

    [GeneratedRegex(@"(?=(?<name>[\u4e00-\u9fff]{2})(?:镇|乡|街道))", RegexOptions.None, 1000)]
    private static partial Regex Town();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]\d{0,2}(?:区|县|镇|乡|村|小区)", RegexOptions.None, 1000)]
    private static partial Regex Letter();
}
