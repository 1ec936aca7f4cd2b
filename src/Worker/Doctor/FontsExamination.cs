namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether the fonts of official documents are on this machine. Word files name them and need none to be written; only who prints or converts here does.</summary>
internal sealed class FontsExamination(IReadOnlyList<string> folders) : IExamination
{
    private const int MostFiles = 20_000;

    // 仿宋_GB2312, 仿宋, 楷体_GB2312, 楷体, 黑体, 方正小标宋: the names the files go by on Windows, 麒麟 and 统信.
    private static readonly (string Name, string[] Files)[] Wanted =
    [
        ("仿宋", ["simfang", "fangsong", "fzfs", "stfangso"]),
        ("楷体", ["simkai", "kaiti", "fzkt", "stkaiti"]),
        ("黑体", ["simhei", "fzht", "stheiti", "sourcehansans", "notosanscjk"]),
        ("小标宋", ["fzxbs", "xiaobiaosong"]),
    ];

    /// <summary>Where the system keeps fonts.</summary>
    public static IReadOnlyList<string> SystemFolders => OperatingSystem.IsWindows()
        ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)]
        : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".fonts")];

    public string Name => "字体";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var files = folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Take(MostFiles).Select(path => Path.GetFileName(path).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)).ToList();
        var missing = Wanted.Where(font => !files.Exists(file => Array.Exists(font.Files, start => file.StartsWith(start, StringComparison.OrdinalIgnoreCase)))).Select(font => font.Name).ToList();
        Diagnosis found = missing.Count == 0
            ? new(DiagnosisMark.Good, "公文所用字体齐全")
            : new(DiagnosisMark.Note, $"本机没有{string.Join('、', missing)}：生成 Word 文件不需要，在本机打印或转换为 PDF 时会用别的字体代替");
        return Task.FromResult<IReadOnlyList<Diagnosis>>([found]);
    }
}
