namespace OpinionWatch.Worker.Commands;

/// <summary>The optional FILE argument of a command: a file, or standard input when it is missing or <c>-</c>.</summary>
internal static class TextInput
{
    public static string NameOf(FileInfo? file) => IsStandard(file) ? "<stdin>" : file!.ToString();

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Stream Open(FileInfo? file) => IsStandard(file)
        ? Terminal.OpenStandardInput()
        : new FileStream(file!.FullName, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });

    private static bool IsStandard(FileInfo? file) => file is null || file.ToString() == "-";
}
