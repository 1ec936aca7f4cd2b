using System.Text;

namespace OpinionWatch.Rules.Tests.Segmentation;

/// <summary>Invents user dictionaries and lines in which their words occur.</summary>
internal sealed class UserDictionarySource(TextSource source)
{
    private static readonly string[] Frequencies = ["", "", "", " 0", " 1", " 3", " 20", " 007", " 5000", " 123456789", " 99999999999"];
    private static readonly string[] Tags = ["", "", " n", " nr", " zzz", " N", " n1"];
    private static readonly string[] Ends = ["\n", "\n", "\n", "\r\n", " \n", "\n\n", "\t\n"];

    public (string File, List<string> Words) Next()
    {
        List<string> words = [];
        var file = new StringBuilder(source.Next(2) == 0 ? "\uFEFF" : "");
        var count = 1 + source.Next(60);
        for (var i = 0; i < count; i++)
        {
            var word = words.Count > 0 && source.Next(6) == 0 ? source.Any(words) : Word();
            words.Add(word);
            file.Append(source.Next(15) == 0 ? " " : "").Append(word).Append(source.Any(Frequencies)).Append(source.Any(Tags)).Append(source.Any(Ends));
        }

        return (file.ToString(), words);
    }

    public string LineAround(List<string> words)
    {
        var line = new StringBuilder();
        for (var i = source.Next(8); i >= 0; i--)
        {
            var word = source.Any(words);
            line.Append(source.Next(6) switch
            {
                0 => source.Common(),
                1 => source.Word(),
                2 => word[..(1 + source.Next(word.Length))],
                3 => source.Line(source.Next(12)),
                _ => word,
            });
        }

        return line.ToString();
    }

    private string Word() => source.Next(12) switch
    {
        0 or 1 => source.Word(),
        2 => source.Common() + source.Common() + source.Common(),
        3 => source.Word() + source.Word(),
        4 => source.Ascii(),
        5 => source.Common() + source.Ascii() + source.Common(),
        6 => source.RareHan() + source.RareHan(),
        7 => source.Common(),
        8 => "〇" + source.Common(),
        9 => char.ConvertFromUtf32(0x20000 + source.Next(50)) + source.Common(),
        10 => source.Word() + " " + source.Common(),
        _ => source.Common() + source.Common(),
    };
}
