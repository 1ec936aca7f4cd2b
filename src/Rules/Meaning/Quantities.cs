using System.Buffers;
using System.Globalization;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds numbers of households, people, mu, tons, boats and trucks, in Arabic figures or Chinese numerals.</summary>
internal static class Quantities
{
    private const int Most = 256;
    private const int LongestNumber = 16;
    private const string Digits = "零一二三四五六七八九";

    private static readonly (string Text, char Unit, double Each)[] Units =
    [
        ("户", '户', 1), ("家农户", '户', 1), ("栋房", '户', 1), ("家住户", '户', 1),
        ("亩", '亩', 1), ("公顷", '亩', 15), ("平方公里", '亩', 1500), ("平方米", '亩', 1 / 666.7), ("平米", '亩', 1 / 666.7),
        ("人", '人', 1), ("名", '人', 1), ("个人", '人', 1), ("吨", '吨', 1), ("立方", '吨', 1.5), ("方砂", '吨', 1.5),
        ("条船", '船', 1), ("艘", '船', 1), ("只船", '船', 1), ("条砂船", '船', 1), ("条采砂船", '船', 1), ("台车", '车', 1), ("车", '车', 1), ("台货车", '车', 1), ("辆", '车', 1),
    ];

    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789十百千万两几数上" + Digits);
    private static readonly SearchValues<char> UnitStarts = SearchValues.Create(string.Concat(Units.Select(static unit => unit.Text[0])));

    /// <summary>Lists them in the order of the text, at most 256.</summary>
    public static List<Quantity> List(ReadOnlySpan<char> text)
    {
        List<Quantity> quantities = [];
        for (var i = 0; i < text.Length && quantities.Count < Most; i++)
        {
            var ahead = text[i..].IndexOfAny(Numerals);
            if (ahead < 0)
            {
                break;
            }

            i += ahead;
            var end = i + 1;
            while (end < text.Length && end - i < LongestNumber && (Numerals.Contains(text[end]) || text[end] is '.' or ','))
            {
                end++;
            }

            var unitAt = end < text.Length && text[end] is '余' or '多' or '来' or '几' ? end + 1 : end;
            if (UnitAt(text, unitAt) is { } unit)
            {
                quantities.Add(new Quantity(Value(text[i..end]) * unit.Each, unit.Unit, i, unitAt + unit.Text.Length));
            }

            i = end - 1;
        }

        return quantities;
    }

    private static (string Text, char Unit, double Each)? UnitAt(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !UnitStarts.Contains(text[at]))
        {
            return null;
        }

        foreach (var unit in Units)
        {
            if (text[at..].StartsWith(unit.Text))
            {
                return unit;
            }
        }

        return null;
    }

    private static double Value(ReadOnlySpan<char> number)
    {
        var (total, part, figure) = (0.0, 0.0, 0.0);
        for (var i = 0; i < number.Length; i++)
        {
            var c = number[i];
            if (char.IsAsciiDigit(c))
            {
                var end = i;
                while (end < number.Length && (char.IsAsciiDigit(number[end]) || number[end] is '.' or ','))
                {
                    end++;
                }

                _ = double.TryParse(number[i..end].ToString().Replace(",", "").TrimEnd('.'), NumberStyles.Float, CultureInfo.InvariantCulture, out figure);
                i = end - 1;
                continue;
            }

            switch (Scale(c))
            {
                case 0:
                    figure = c switch { '两' => 2, '几' or '数' => 3, '上' => 1, _ => Math.Max(0, Digits.IndexOf(c)) };
                    break;
                case 10000:
                    total += Math.Max(1, part + figure) * 10000;
                    (part, figure) = (0, 0);
                    break;
                case var scale:
                    part += Math.Max(1, figure) * scale;
                    figure = 0;
                    break;
            }
        }

        return total + part + figure;
    }

    private static double Scale(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10000, _ => 0 };
}
