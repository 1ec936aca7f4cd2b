namespace OpinionWatch.Crawling.Rendering;

/// <summary>Finds the Chromium that pages are rendered with. It is never downloaded: the machine has one or not.</summary>
public static class ChromiumFinder
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome", "/opt/chromium", "/Applications/Chromium.app/Contents/MacOS", "/Applications/Google Chrome.app/Contents/MacOS"];

    /// <summary>What to do when there is none; for people, in English as all messages of the configuration are.</summary>
    public const string Advice = "install one, as with 'apt-get install chromium', or write where it is as fetch.chromium in opinionwatch.yaml; on Windows pages are not rendered";

    /// <summary>Gives the path of the program; null when there is none, and on Windows, where its pipe cannot be had.</summary>
    /// <param name="configured">The path of the configuration (<c>fetch.chromium</c>), which alone counts when there is one; null looks in the usual places.</param>
    public static string? Find(string? configured)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        return configured is not null
            ? File.Exists(configured) ? configured : null
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Folders)
                .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(path => Path.IsPathFullyQualified(path) && File.Exists(path));
    }
}
