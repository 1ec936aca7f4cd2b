using System.Runtime.CompilerServices;

namespace OpinionWatch.Alerts.Tests;

/// <summary>Texts as a person looked at them and found them right. Set <c>OPINIONWATCH_ACCEPT=1</c> to write them anew, then look at them.</summary>
internal static class Golden
{
    public static void Check(string name, string actual, [CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!Directory.Exists(Path.Combine(folder, "Golden")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var file = Path.Combine(folder, "Golden", name);
        if (Environment.GetEnvironmentVariable("OPINIONWATCH_ACCEPT") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.That(actual, Is.EqualTo(File.ReadAllText(file).ReplaceLineEndings("\n")), name);
    }
}
