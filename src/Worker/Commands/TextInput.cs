using System.CommandLine;

namespace OpinionWatch.Worker.Commands;

/// <summary>The optional FILE argument of a command: a file, or standard input when it is missing or <c>-</c>.</summary>
internal static class TextInput
{
    /// <summary>Makes the argument; a word that begins with a hyphen is a mistyped option, not a file.</summary>
    public static Argument<FileInfo?> Argument(string description)
    {
        var argument = new Argument<FileInfo?>("FILE") { Description = description, Arity = ArgumentArity.ZeroOrOne };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] word }, ..])
            {
                result.AddError($"{word} is no option of this command.");
            }
        });
        return argument;
    }

    public static string NameOf(FileInfo? file) => IsStandard(file) ? "<stdin>" : file!.ToString();

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static Stream Open(FileInfo? file) => IsStandard(file)
        ? Terminal.OpenStandardInput()
        : new FileStream(file!.FullName, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });

    private static bool IsStandard(FileInfo? file) => file is null || file.ToString() == "-";
}
