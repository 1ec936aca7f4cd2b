using System.Globalization;

namespace OpinionWatch.Storage.Journal;

/// <summary>Names of the journal's files: <c>NNNNNNNN.journal</c> and <c>head</c>.</summary>
internal sealed class JournalFolder(string path)
{
    private const string Extension = ".journal";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <summary>The file that says how far the journal has come.</summary>
    public string HeadPath { get; } = System.IO.Path.Combine(path, "head");

    /// <summary>Gives the file name of a segment.</summary>
    public static string NameOf(int segment) => segment.ToString("D8", CultureInfo.InvariantCulture) + Extension;

    /// <summary>Gives the path of a segment.</summary>
    public string PathOf(int segment) => System.IO.Path.Combine(Path, NameOf(segment));

    /// <summary>Lists the numbers of the segments there are, in order.</summary>
    public IReadOnlyList<int> ListSegments() => !Directory.Exists(Path)
        ? []
        : [.. Directory.EnumerateFiles(Path, "*" + Extension)
            .Select(file => int.TryParse(System.IO.Path.GetFileNameWithoutExtension(file), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 0)
            .Order()];
}
