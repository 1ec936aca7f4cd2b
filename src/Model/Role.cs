namespace OpinionWatch.Model;

/// <summary>What an account of the console is for (角色), lowest first: each may do what those before it may.</summary>
public enum Role
{
    /// <summary>查看: reads everything.</summary>
    Viewer,

    /// <summary>信息员: takes over, judges, drafts, puts together and apart.</summary>
    Officer,

    /// <summary>局办公室: reports upward, assigns, publishes, closes.</summary>
    Office,

    /// <summary>领导: approves texts and sets levels.</summary>
    Leader,

    /// <summary>管理员: also keeps the accounts.</summary>
    Administrator,
}
