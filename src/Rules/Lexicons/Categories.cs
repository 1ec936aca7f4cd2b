using System.Collections.Frozen;

namespace OpinionWatch.Rules.Lexicons;

/// <summary>The categories (类别) the engine knows, by the name an officer writes.</summary>
internal static class Categories
{
    private static readonly FrozenDictionary<string, TermRole> Roles = new Dictionary<string, TermRole>
    {
        ["行为"] = TermRole.Act,
        ["事项"] = TermRole.Matter,
        ["灾害"] = TermRole.Hazard,
        ["对象"] = TermRole.Object,
        ["机构"] = TermRole.Agency,
        ["死亡"] = TermRole.Death,
        ["受伤"] = TermRole.Injury,
        ["转移"] = TermRole.Evacuation,
        ["后果"] = TermRole.Damage,
        ["暴力"] = TermRole.Violence,
        ["群体"] = TermRole.Crowd,
        ["上访"] = TermRole.Petition,
        ["规模"] = TermRole.ManyHouseholds,
        ["大面积"] = TermRole.LargeScale,
        ["贪腐"] = TermRole.Corruption,
        ["作风"] = TermRole.Conduct,
        ["诉求"] = TermRole.Grievance,
        ["曝光"] = TermRole.Exposure,
        ["咨询"] = TermRole.Inquiry,
        ["建议"] = TermRole.Suggestion,
        ["表扬"] = TermRole.Praise,
        ["宣传"] = TermRole.Publicity,
        ["整治"] = TermRole.Enforcement,
        ["否定"] = TermRole.Negation,
        ["辟谣"] = TermRole.Denial,
        ["条件"] = TermRole.Condition,
        ["疑问"] = TermRole.Question,
        ["演练"] = TermRole.Drill,
        ["虚构"] = TermRole.Fiction,
        ["人称"] = TermRole.FirstPerson,
        ["称呼"] = TermRole.Salutation,
        ["央媒"] = TermRole.CentralMedia,
        ["省媒"] = TermRole.ProvincialMedia,
        ["地址"] = TermRole.Address,
        ["他义"] = TermRole.OtherSense,
        ["地域"] = TermRole.Place,
        ["外地"] = TermRole.Elsewhere,
        ["旁证"] = TermRole.Hint,
        ["他事"] = TermRole.OtherMatter,
        ["他域"] = TermRole.OtherField,
        ["境外"] = TermRole.Abroad,
        ["动作"] = TermRole.Deed,
        ["房屋"] = TermRole.House,
        ["基层"] = TermRole.Ground,
        ["公文"] = TermRole.Notice,
    }.ToFrozenDictionary();

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Roles.Keys;

    /// <summary>The role of an entry; a category of an officer's own counts as 行为 when it has points.</summary>
    public static TermRole RoleOf(LexiconEntry entry)
    {
        var category = entry.Category.AsSpan();
        var slash = category.IndexOf('/');
        var name = (slash < 0 ? category : category[..slash]).Trim().ToString();
        return Roles.TryGetValue(name, out var role) ? role : entry.Points > 0 ? TermRole.Act : TermRole.Other;
    }

    /// <summary>The topic an entry names outright (<c>行为/矿产资源</c>), else null.</summary>
    public static string? TopicOf(LexiconEntry entry)
    {
        var slash = entry.Category.IndexOf('/');
        return slash < 0 ? null : entry.Category[(slash + 1)..].Trim();
    }
}
