namespace OpinionWatch.Console.Accounts;

/// <summary>What a password must be like. Pure.</summary>
public static class PasswordRule
{
    /// <summary>Longest password in characters: what is hashed must not be a way to keep the processor busy.</summary>
    public const int Longest = 128;

    /// <summary>What is asked, for the people who choose one.</summary>
    public const string Words = "密码至少 10 位，含大写字母、小写字母、数字、符号中的三类（16 位以上不限类别），不能是常见密码，不能主要由用户名或重复字符组成。";

    private const int Least = 10;
    private const int Long = 16;
    private const int Kinds = 3;
    private const int LeastBesideName = 6;
    private const int LeastDistinct = 5;

    // What is left of the passwords most often met when digits and signs are taken away.
    private static readonly string[] Common = ["password", "passwd", "admin", "administrator", "root", "qwerty", "qwertyuiop", "welcome", "letmein", "iloveyou", "abc", "abcd", "test", "user", "opinionwatch", "woaini"];

    /// <summary>Says what is wrong with a password; null when it is good.</summary>
    public static string? FindFault(string password, string name)
    {
        var beside = name.Length == 0 ? password : password.Replace(name, "", StringComparison.OrdinalIgnoreCase);
        var letters = string.Concat(password.Where(char.IsAsciiLetter));
        return password switch
        {
            { Length: > Longest } => $"密码最长 {Longest} 位。",
            { Length: < Least } => $"密码太短：至少 {Least} 位。{Words}",
            _ when password.Any(char.IsControl) => "密码不能含控制字符。",
            { Length: < Long } when KindsOf(password) < Kinds => $"密码的字符种类太少。{Words}",
            _ when beside.Length < LeastBesideName || password.Distinct().Count() < LeastDistinct => $"密码太容易猜到。{Words}",
            _ when Common.Contains(letters, StringComparer.OrdinalIgnoreCase) => $"密码是常见密码。{Words}",
            _ => null,
        };
    }

    private static int KindsOf(string password) =>
        (password.Any(char.IsAsciiLetterUpper) ? 1 : 0)
        + (password.Any(char.IsAsciiLetterLower) ? 1 : 0)
        + (password.Any(char.IsAsciiDigit) ? 1 : 0)
        + (password.Any(character => !char.IsAsciiLetterOrDigit(character)) ? 1 : 0);
}
