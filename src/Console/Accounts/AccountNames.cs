using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Which names accounts may have. Pure.</summary>
public static class AccountNames
{
    /// <summary>Longest name in characters.</summary>
    public const int Longest = 32;

    /// <summary>Says what is wrong with a name; null when it is good.</summary>
    public static string? FindFault(string name) => name switch
    {
        { Length: 0 or > Longest } => $"用户名为 1 到 {Longest} 个字符。",
        _ when !name.All(character => char.IsLetterOrDigit(character) || character is '.' or '_' or '-') => "用户名只能由汉字、字母、数字和 . _ - 组成。",
        _ when Same(name, IncidentChange.System) => "用户名 system 由系统使用。",
        _ => null,
    };

    /// <summary>Says whether two names are one account's.</summary>
    public static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
