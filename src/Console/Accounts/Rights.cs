using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Which role may do what. Pure.</summary>
public static class Rights
{
    /// <summary>Gives the least role that may.</summary>
    public static Role LeastRole(Right right) => right switch
    {
        Right.Read => Role.Viewer,
        Right.Acknowledge or Right.Assess or Right.Handle or Right.Draft or Right.Meet or Right.Arrange or Right.Dismiss => Role.Officer,
        Right.Report or Right.Assign or Right.Publish or Right.Close => Role.Office,
        Right.Approve or Right.SetLevel => Role.Leader,
        _ => Role.Administrator,
    };

    /// <summary>Says whether a role may.</summary>
    public static bool May(Role role, Right right) => role >= LeastRole(right);

    /// <summary>Gives the name people see.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Viewer => "查看",
        Role.Officer => "信息员",
        Role.Office => "局办公室",
        Role.Leader => "领导",
        _ => "管理员",
    };
}
