using System.Text;
using FsCheck;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Tests.Configuration;

public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "\t", "\n", ": ", "- ", "[", "]", "{", "}", "&a", "*a", "<<: *a", "\"", "'", "#", "|", ">", "%", "@", "`", "?", "!!", "---", "${env:X}", "${file:.}", "${", "\0", "\u0085", "\uFEFF", "\r", ",", ";", "0s", "~",
        "null", "9999999999", "\uD800", "😀", "\\x", "...", "!<tag>", "--- !!map",
    ];

    private static readonly (string Name, string Text)[] Files = [.. Read()];

#pragma warning disable NUnit1027 // FsCheck supplies the arguments.
    [FsCheck.NUnit.Property(MaxTest = 250, EndSize = 40)]
    public bool A_configuration_broken_anywhere_never_throws_and_has_a_place_for_each_fault(PositiveInt file, PositiveInt[] places, PositiveInt[] pieces, byte[] bytes)
#pragma warning restore NUnit1027
    {
        using var folder = new ConfigFolder();
        foreach (var (name, text) in Files)
        {
            folder.Write(name, text);
        }

        var (broken, original) = Files[file.Get % Files.Length];
        folder.Write(broken, Break(original, places, pieces, bytes));

        var reading = folder.Read();

        return reading.Faults.All(IsWhole) && reading.Configuration is null == reading.Faults.Any(fault => fault.IsError);
    }

    private static bool IsWhole(ConfigurationFault fault) =>
        fault is { Line: >= 1, Column: >= 1 } && fault.Message.Length is > 0 and < 1000 && !fault.Message.Any(char.IsControl);

    // Inserts, cuts and overwrites; small places are multiplied, so that all of the file is reached.
    private static byte[] Break(string original, PositiveInt[] places, PositiveInt[] pieces, byte[] bytes)
    {
        var text = new StringBuilder(original);
        for (var i = 0; i < places.Length; i++)
        {
            var at = places[i].Get * 7919 % (text.Length + 1);
            var piece = Pieces[(i < pieces.Length ? pieces[i].Get : places[i].Get) % Pieces.Length];
            switch ((places[i].Get + i) % 3)
            {
                case 0:
                    text.Insert(at, piece);
                    break;
                case 1:
                    text.Remove(at, Math.Min(text.Length - at, 1 + (places[i].Get % 9)));
                    break;
                default:
                    text.Remove(at, Math.Min(text.Length - at, piece.Length)).Insert(Math.Min(at, text.Length), piece);
                    break;
            }
        }

        var whole = Encoding.UTF8.GetBytes(text.ToString());
        for (var i = 0; i + 1 < bytes.Length && whole.Length > 0 && bytes[0] % 2 == 0; i += 2)
        {
            whole[bytes[i] * 31 % whole.Length] = bytes[i + 1];
        }

        return whole;
    }

    private static IEnumerable<(string Name, string Text)> Read()
    {
        var shipped = Path.Combine(Repository.Root, "config");
        foreach (var name in new[] { "opinionwatch.yaml", "contacts.yaml", "escalation.yaml", "sites/media.yaml" })
        {
            yield return (name, File.ReadAllText(Path.Combine(shipped, name)));
        }

        yield return ("area.yaml", "name: 益阳\nplaces:\n  - { name: 益阳, aliases: [益阳市] }\n  - &a { name: 南县, in: 益阳, wholeWord: true, needs: [益阳], excludes: [湖南县级] }\n");
        yield return ("grading.yaml", "thresholds: { watch: 1, general: 20, major: 50, critical: 80 }\n");
        yield return ("lexicon/a.csv", "词条,类别,分值,匹配,排除,备注\n强拆,行为,20,任意,,\n南县,地域,0,整词,湖南县级|湖南县域,\"县级,行政区\"\n");
    }
}
