using System.Buffers;
using OpinionWatch.Model;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Finds houses brought down against their owners' will in words that are no fixed phrase: 把东头三间屋放倒了, 趁我出殡把祖屋扒了.</summary>
/// <remarks>A house (房屋) and a deed that ruins (动作 of 2 points and more) in one clause, told by a citizen.</remarks>
internal static class Ruins
{
    private const int LeastPoints = 2;
    private const int Apart = 8;

    /// <summary>Weather and ground bring houses down too, and neighbours.</summary>
    private static readonly SearchValues<string> OtherCauses = SearchValues.Create(
        ["台风", "大风", "刮风", "风把", "风刮", "吹", "狂风", "龙卷风", "洪水", "山洪", "涨水", "暴雨", "大雨", "泥石流", "滑坡", "山体", "山垮", "山崩", "山塌", "地震", "积雪", "雷", "邻居", "隔壁", "对门", "违建", "违章", "危房", "依法", "我们自己", "我自己", "自己把", "自己拆"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Renewals = SearchValues.Create(
        ["重建", "重修", "重盖", "重砌", "重做", "翻建", "翻新", "新建", "新盖", "盖新", "建新", "砌新", "起新", "再建", "再盖", "想把", "打算", "准备把", "可以把", "能把", "能不能"], StringComparison.Ordinal);

    /// <summary>Deeds that are done to goods and roads as well: 中介推了半年, 门口的路平了. They need the house as what they are done to.</summary>
    private static readonly HashSet<string> Loose = ["推了", "平了", "掀了", "掀翻"];

    private static readonly SearchValues<char> Taking = SearchValues.Create("把被将给");

    /// <summary>Whether any is told.</summary>
    public static bool AreTold(Reading reading) => List(reading).Count > 0;

    /// <summary>The houses told to be brought down, as indexes of their matches.</summary>
    public static List<int> List(Reading reading)
    {
        List<int> ruins = [];
        if (!reading.Has(TermRole.House) || !reading.Has(TermRole.Deed) || !IsCitizens(reading))
        {
            return ruins;
        }

        for (var i = 0; i < reading.Found.Length; i++)
        {
            var one = reading.Found[i];
            if (one.Term.Role == TermRole.House && one.Term.Topic == Topics.Expropriation && !one.Inner && IsRuined(reading, i))
            {
                ruins.Add(i);
            }
        }

        return ruins;
    }

    private static bool IsCitizens(Reading reading) =>
        reading.Document.Kind is DocumentKind.Thread or DocumentKind.Reply || reading.Has(TermRole.FirstPerson) || reading.Has(TermRole.Salutation);

    private static bool IsRuined(Reading reading, int index)
    {
        var one = reading.Found[index];
        var (start, end) = reading.Clause(index);
        if (!reading.Between(index, Math.Max(start, one.Start - Apart), Math.Min(end, one.End + Apart)).Any(other => Ruin(other) && (other.End <= one.Start || other.Start >= one.End) && IsDoneTo(reading, one, other, start)))
        {
            return false;
        }

        var (first, last) = reading.Sentence(index);
        var text = reading.Text.Span;
        return !text[start..end].ContainsAny(OtherCauses) && !text[first..last].ContainsAny(Renewals) && !text[start..end].StartsWith("我把") && !text[start..end].StartsWith("我们把") && reading.IsReal(index);
    }

    private static bool IsDoneTo(Reading reading, Found house, Found deed, int clause) =>
        !Loose.Contains(deed.Term.Folded) || deed.End == house.Start || (deed.Start >= house.End && (deed.Start - house.End <= 1 || reading.Text.Span[clause..deed.Start].ContainsAny(Taking)));

    private static bool Ruin(Found other) => other.Term.Role == TermRole.Deed && other.Term.Points >= LeastPoints && !other.Inner;
}
