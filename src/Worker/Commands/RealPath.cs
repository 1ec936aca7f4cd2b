namespace OpinionWatch.Worker.Commands;

/// <summary>Paths with all links followed, to tell whether one lies in another.</summary>
internal static class RealPath
{
    /// <summary>Says whether a path lies in a folder or is the folder itself.</summary>
    public static bool IsIn(string path, string folder)
    {
        var below = Path.GetRelativePath(Of(folder), Of(path));
        return below == "." || !(Path.IsPathRooted(below) || below == ".." || below.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }

    /// <summary>Follows the links of every part that exists.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(full);
        if (parent is null)
        {
            return full;
        }

        var real = Path.Combine(Of(parent), Path.GetFileName(full));
        try
        {
            return Directory.Exists(real) && new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? target.FullName : real;
        }
        catch (IOException)
        {
            return real;
        }
    }
}
