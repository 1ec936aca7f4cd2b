namespace OpinionWatch.Rules.Grading;

/// <summary>Names of the factors (分级因素): the keys of <c>config/grading.yaml</c>, in the words a leader reads.</summary>
public static class FactorNames
{
    /// <summary>Points of the lexicon's own terms; in the file the most they add together, unless one term alone has more.</summary>
    public const string Terms = "词条";

    /// <summary>The document complains.</summary>
    public const string Complaint = "群众诉求";

    /// <summary>The document exposes.</summary>
    public const string Exposure = "媒体曝光";

    /// <summary>The document asks.</summary>
    public const string Inquiry = "咨询";

    /// <summary>The document suggests or praises.</summary>
    public const string Suggestion = "建议表扬";

    /// <summary>The document is an authority's own account of its work.</summary>
    public const string Publicity = "工作宣传";

    /// <summary>A neutral mention of the bureau's field.</summary>
    public const string Mention = "一般提及";

    /// <summary>People dead or missing.</summary>
    public const string Death = "死亡失踪";

    /// <summary>People hurt.</summary>
    public const string Injury = "人员受伤";

    /// <summary>People evacuated.</summary>
    public const string Evacuation = "人员转移";

    /// <summary>Houses or fields damaged.</summary>
    public const string Damage = "财产受损";

    /// <summary>Violence, or a crowd in confrontation.</summary>
    public const string Violence = "暴力对峙";

    /// <summary>A crowd has gathered.</summary>
    public const string Crowd = "人群聚集";

    /// <summary>A petition of many is announced or under way.</summary>
    public const string Petition = "集体上访";

    /// <summary>Forced demolition.</summary>
    public const string ForcedDemolition = "强制拆除";

    /// <summary>A hundred households or a whole village.</summary>
    public const string ManyHouseholds = "涉及多户";

    /// <summary>Farmland destroyed on a large scale.</summary>
    public const string LargeLand = "大面积毁地";

    /// <summary>Illegal mining on a large scale.</summary>
    public const string LargeMining = "大规模盗采";

    /// <summary>Officials' corruption.</summary>
    public const string Corruption = "干部违纪";

    /// <summary>Officials' poor conduct short of corruption.</summary>
    public const string Conduct = "工作作风";

    /// <summary>National media's negative report.</summary>
    public const string CentralMedia = "中央媒体";

    /// <summary>Provincial media's negative report.</summary>
    public const string ProvincialMedia = "省级媒体";

    /// <summary>City or county media's negative report.</summary>
    public const string LocalMedia = "市县媒体";

    /// <summary>Read or answered by many.</summary>
    public const string Spread = "传播热度";

    /// <summary>Read or answered by many within few hours of being published.</summary>
    public const string Speed = "传播速度";

    /// <summary>Published within a day of being fetched.</summary>
    public const string Fresh = "新近发布";

    /// <summary>Published more than a year before it was fetched.</summary>
    public const string Stale = "陈年信息";

    /// <summary>Corruption told of the bureau's own people.</summary>
    public const string StaffCorruption = "系统人员违纪";

    /// <summary>Poor conduct told of the bureau's own people.</summary>
    public const string StaffConduct = "系统人员作风";

    /// <summary>Not points: views an hour from which speed counts.</summary>
    public const string ViewsAnHourFrom = "每小时浏览门槛";

    /// <summary>Not points: replies an hour from which speed counts.</summary>
    public const string RepliesAnHourFrom = "每小时回复门槛";

    /// <summary>Not points: households from which a matter is one of many.</summary>
    public const string HouseholdsFrom = "户数门槛";

    /// <summary>Not points: mu of land from which an occupation is large.</summary>
    public const string MuFrom = "亩数门槛";

    /// <summary>Not points: views from which spread counts.</summary>
    public const string ViewsFrom = "浏览门槛";

    /// <summary>Not points: replies from which spread counts.</summary>
    public const string RepliesFrom = "回复门槛";

    /// <summary>A reason the level stays low, such as a denial or an authority's own account.</summary>
    public const string Ceiling = "等级上限";

    /// <summary>Not points: the words by which the matter is the bureau's, with their weights.</summary>
    public const string Field = "归口依据";
}
