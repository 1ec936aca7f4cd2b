namespace OpinionWatch.Rules.Lexicons;

/// <summary>What a category (类别) does in an analysis.</summary>
internal enum TermRole
{
    /// <summary>An unknown category without points: reported, decides nothing.</summary>
    Other,

    /// <summary>行为: a wrong or a conflict of the bureau's field; by itself makes a document the bureau's.</summary>
    Act,

    /// <summary>事项: a matter of the field, neutral in itself.</summary>
    Matter,

    /// <summary>灾害: a geological hazard.</summary>
    Hazard,

    /// <summary>对象: belongs to the field only in company.</summary>
    Object,

    /// <summary>机构: the bureau's own people and offices.</summary>
    Agency,

    /// <summary>死亡.</summary>
    Death,

    /// <summary>受伤.</summary>
    Injury,

    /// <summary>转移.</summary>
    Evacuation,

    /// <summary>后果: damage to things.</summary>
    Damage,

    /// <summary>暴力.</summary>
    Violence,

    /// <summary>群体: a crowd.</summary>
    Crowd,

    /// <summary>上访: a petition of many.</summary>
    Petition,

    /// <summary>规模: words for a hundred households or a whole village.</summary>
    ManyHouseholds,

    /// <summary>大面积: words for large destruction or mining.</summary>
    LargeScale,

    /// <summary>贪腐.</summary>
    Corruption,

    /// <summary>作风.</summary>
    Conduct,

    /// <summary>诉求: cue of a complaint.</summary>
    Grievance,

    /// <summary>曝光: cue of an exposure.</summary>
    Exposure,

    /// <summary>咨询: cue of an inquiry.</summary>
    Inquiry,

    /// <summary>建议.</summary>
    Suggestion,

    /// <summary>表扬.</summary>
    Praise,

    /// <summary>宣传: cue of an authority's own account.</summary>
    Publicity,

    /// <summary>整治: what an authority does against a wrong; the act named after it is fought, not committed.</summary>
    Enforcement,

    /// <summary>否定: the word after it did not happen.</summary>
    Negation,

    /// <summary>辟谣: what the sentence tells is denied.</summary>
    Denial,

    /// <summary>条件.</summary>
    Condition,

    /// <summary>疑问.</summary>
    Question,

    /// <summary>演练: nothing of it happened.</summary>
    Drill,

    /// <summary>虚构: a film, a serial or a game is told; its sentence is not the bureau's.</summary>
    Fiction,

    /// <summary>人称: someone speaks of his own.</summary>
    FirstPerson,

    /// <summary>称呼: a letter to a leader.</summary>
    Salutation,

    /// <summary>央媒: national media named in the text.</summary>
    CentralMedia,

    /// <summary>省媒: provincial media named in the text.</summary>
    ProvincialMedia,

    /// <summary>地址: only an address; what lies inside it does not count.</summary>
    Address,

    /// <summary>他义: another sense; what lies inside it does not count.</summary>
    OtherSense,

    /// <summary>地域: a place that is watched.</summary>
    Place,

    /// <summary>外地: a place elsewhere.</summary>
    Elsewhere,

    /// <summary>旁证: supports a matter of the field, never makes one.</summary>
    Hint,

    /// <summary>他事: another department's matter; the field's words must weigh more beside it.</summary>
    OtherMatter,

    /// <summary>他域: sport, markets, entertainment and the like; its sentence is not the bureau's.</summary>
    OtherField,

    /// <summary>境外: a place abroad; what happened there is not the bureau's.</summary>
    Abroad,

    /// <summary>动作: what is done to a thing; an object (对象) in the same clause then counts as a matter.</summary>
    Deed,

    /// <summary>房屋: a house or what stands on land; counts only when it is torn down or taken in the same clause (动作 with points).</summary>
    House,

    /// <summary>基层: villages, offices, courts and the like, which news of the field names and a figure of speech does not.</summary>
    Ground,

    /// <summary>公文: a notice, an announcement or a decision, when the title names it: it tells and praises nobody.</summary>
    Notice,
}
