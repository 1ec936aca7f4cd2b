using System.Globalization;
using System.Text.RegularExpressions;
using OpinionWatch.Rules.Segmentation.Dictionary;

namespace OpinionWatch.DictionaryBuilder;

/// <summary>jieba's character model: the three tables of <c>finalseg</c>, as the image holds them.</summary>
public sealed partial record JiebaModel(double[] Start, double[] Transitions, double[] Emissions)
{
    /// <summary>What jieba takes for a transition or emission the tables lack.</summary>
    private const double Missing = -3.14e100;

    private const string States = "BMES";

    private static readonly string[] FromTo = ["EB", "SB", "BM", "MM", "BE", "ME", "ES", "SS"];

    /// <summary>Reads <c>prob_start.py</c>, <c>prob_trans.py</c> and <c>prob_emit.py</c>.</summary>
    public static JiebaModel Read(string folder)
    {
        var start = Pairs(File.ReadAllText(Path.Combine(folder, "prob_start.py")));
        var transitions = Tables(File.ReadAllText(Path.Combine(folder, "prob_trans.py")));
        var emissions = Tables(File.ReadAllText(Path.Combine(folder, "prob_emit.py")));
        return new JiebaModel(
            [.. States.Select(state => start[state.ToString()])],
            [.. FromTo.Select(pair => transitions[pair[..1]][pair[1..]])],
            [.. Enumerable.Range(DictionaryImage.FirstHan, DictionaryImage.LastHan - DictionaryImage.FirstHan + 1)
                .SelectMany(c => States.Select(state => emissions[state.ToString()].GetValueOrDefault(((char)c).ToString(), Missing)))]);
    }

    private static Dictionary<string, Dictionary<string, double>> Tables(string source) =>
        Table().Matches(source).ToDictionary(match => match.Groups[1].Value, match => Pairs(match.Groups[2].Value));

    private static Dictionary<string, double> Pairs(string source) =>
        Pair().Matches(source).ToDictionary(
            match => Regex.Unescape(match.Groups[1].Value),
            match => double.Parse(match.Groups[2].Value, NumberStyles.Float, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"'([BMES])': \{([^}]*)\}", RegexOptions.None, 10_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"'([^']+)': (-[0-9.e+]+)", RegexOptions.None, 10_000)]
    private static partial Regex Pair();
}
