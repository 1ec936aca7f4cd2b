namespace OpinionWatch.Console.Accounts;

/// <summary>What a page or an act needs.</summary>
public enum Right
{
    /// <summary>Look at anything.</summary>
    Read,

    /// <summary>签收.</summary>
    Acknowledge,

    /// <summary>研判.</summary>
    Assess,

    /// <summary>处置.</summary>
    Handle,

    /// <summary>起草.</summary>
    Draft,

    /// <summary>A clock was met.</summary>
    Meet,

    /// <summary>并案、拆分、撤销合并.</summary>
    Arrange,

    /// <summary>排除.</summary>
    Dismiss,

    /// <summary>报送.</summary>
    Report,

    /// <summary>交办.</summary>
    Assign,

    /// <summary>发布.</summary>
    Publish,

    /// <summary>办结.</summary>
    Close,

    /// <summary>审定.</summary>
    Approve,

    /// <summary>定级.</summary>
    SetLevel,

    /// <summary>Accounts.</summary>
    KeepAccounts,
}
