namespace OpinionWatch.Worker.Commands;

/// <summary>Names of the system's users, as <c>sudo -u</c> takes them.</summary>
internal static class SystemUsers
{
    private const string File = "/etc/passwd";
    private const int MostLines = 10_000;

    /// <summary>Gives the name of a user; the number in the form <c>'#1001'</c> when the file of users does not have it.</summary>
    public static string NameOf(uint user)
    {
        try
        {
            return NameOf(user, System.IO.File.ReadLines(File).Take(MostLines));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return NameOf(user, []);
        }
    }

    /// <summary>Finds it in the lines of passwd(5).</summary>
    internal static string NameOf(uint user, IEnumerable<string> lines) =>
        lines.Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 2 && uint.TryParse(fields[2], out var number) && number == user)?[0] ?? $"'#{user}'";
}
