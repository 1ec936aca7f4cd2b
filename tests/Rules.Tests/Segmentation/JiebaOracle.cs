using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace OpinionWatch.Rules.Tests.Segmentation;

/// <summary>Asks the real jieba, Debian's python3-jieba.</summary>
internal static class JiebaOracle
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Where the package keeps its dictionary.</summary>
    public const string Package = "/usr/lib/python3/dist-packages/jieba";

    public static string DictionaryRequest(string file) => "D " + Convert.ToHexString(Encoding.UTF8.GetBytes(file));

    public static string TextRequest(string text) => "T " + Convert.ToHexString(MemoryMarshal.AsBytes(text.AsSpan()));

    public static string[] Tokens(string answer) =>
        answer.Length == 0 ? [] : [.. answer.Split(' ').Select(hex => hex == "-" ? "" : new string(MemoryMarshal.Cast<byte, char>(Convert.FromHexString(hex))))];

    /// <summary>Fails with the cure when the package is missing.</summary>
    public static void Require()
    {
        if (!File.Exists(Path.Combine(Package, "dict.txt")))
        {
            Assert.Fail("This test compares with the real jieba: apt-get install python3-jieba (0.42.1).");
        }
    }

    /// <summary>Sends the requests and gives all lines of the answer.</summary>
    public static async Task<List<string>> AskAsync(IEnumerable<string> requests)
    {
        Require();
        var start = new ProcessStartInfo(Python) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-W");
        start.ArgumentList.Add("ignore");
        start.ArgumentList.Add(Path.Combine(TestContext.CurrentContext.TestDirectory, "Segmentation", "jieba_oracle.py"));
        using var process = Process.Start(start)!;

        var errors = process.StandardError.ReadToEndAsync();
        var sending = SendAsync(process.StandardInput, requests);
        List<string> answers = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            answers.Add(line);
        }

        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"The oracle failed; python3-jieba 0.42.1 is needed (apt-get install python3-jieba). {await errors}");
        await sending;
        return answers;
    }

    private static async Task SendAsync(StreamWriter input, IEnumerable<string> requests)
    {
        foreach (var request in requests)
        {
            await input.WriteLineAsync(request);
        }

        input.Close();
    }
}
