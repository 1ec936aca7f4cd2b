using System.Text;

namespace OpinionWatch.Rules.Tests.Segmentation;

/// <summary>Invents lines of many styles, the same ones for the same seed.</summary>
internal sealed class TextSource
{
    private const string Punctuation = "，。！？、；：「」（）《》…—·,.!?;:\"'()[]{}<>/\\|@$^*~`=";
    private const string Joiners = "+#&._%-";
    private const string Odd = "〇々γ∶㐀㐁ａＺ０９％．－\u9FD5\u9FD6\u9FFF\u4DFF\u200B\u200D\uFEFF\uE000éñßЖあアー한";
    private static readonly string[] Spaces = [" ", "  ", "\t", "\r\n", "\r", "\n", "\r\r\n", "\n\r", "\u3000", "\u00A0", "\u0085", "\u001C", "\u001F", "\u2028", "\u2003", "\0", "\v", "\f"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly string[] _asciiWords;
    private readonly string _common;

    public TextSource(int seed, string dictionary)
    {
        _random = new Random(seed);
        _words = [.. File.ReadLines(dictionary).Select(line => line.Split(' ')[0])];
        _asciiWords = [.. _words.Where(word => word.Any(char.IsAscii)), "T", "B", "C", "AT&", "1号", "4S"];
        _common = new string([.. _words.SelectMany(word => word).Where(c => c > 0x7F).CountBy(c => c).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(400).Select(pair => pair.Key)]);
    }

    public int Next(int below) => _random.Next(below);

    public T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    public string Word() => Any(_words);

    public string Line(int style)
    {
        var line = new StringBuilder();
        var parts = 1 + _random.Next(14);
        for (var i = 0; i < parts; i++)
        {
            line.Append(Part(style));
        }

        return line.ToString();
    }

    /// <summary>A run of one kind of character, without a break.</summary>
    public string Unbroken(int length, Func<TextSource, string> part)
    {
        var line = new StringBuilder();
        while (line.Length < length)
        {
            line.Append(part(this));
        }

        return line.ToString();
    }

    public string Common() => Any(_common.ToCharArray()).ToString();

    public string RareHan() => ((char)_random.Next(0x4E00, 0x9FD6)).ToString();

    public string Ascii() => _random.Next(8) switch
    {
        0 => Any(Joiners.ToCharArray()).ToString(),
        1 or 2 => _random.Next(2000).ToString(),
        3 => $"{_random.Next(100)}.{_random.Next(100)}{(Next(2) == 0 ? "%" : "")}",
        4 => Any(_asciiWords),
        _ => ((char)('A' + _random.Next(58))).ToString(),
    };

    private string Part(int style) => (style % 12) switch
    {
        0 => Common(),
        1 => RareHan(),
        2 => Next(3) == 0 ? Any(Punctuation.ToCharArray()).ToString() : Ascii(),
        3 => Outside(),
        4 => Next(2) == 0 ? ((char)(0xFF01 + Next(94))).ToString() : Common(),
        5 => string.Concat(Enumerable.Repeat(Next(2) == 0 ? Common() : Word(), 2 + Next(5))),
        6 => Next(2) == 0 ? Any(_asciiWords) : Next(2) == 0 ? Ascii() : Common(),
        7 => Next(2) == 0 ? Any(Spaces) : Common(),
        8 => Word(),
        9 => Broken(Word()),
        10 => Next(3) switch { 0 => RareHan(), 1 => Common(), _ => Broken(Word()) },
        _ => Part(Next(11)),
    };

    private string Outside() => Next(6) switch
    {
        0 => char.ConvertFromUtf32(0x20000 + Next(1000)),
        1 => char.ConvertFromUtf32(0x1F600 + Next(60)),
        2 => ((char)(0xD800 + Next(0x800))).ToString(),
        3 => Any(Odd.ToCharArray()).ToString(),
        4 => ((char)Next(0x10000)).ToString(),
        _ => Common(),
    };

    private string Broken(string word) => Next(4) switch
    {
        0 => word[1..],
        1 => word[..^1],
        2 => word.Insert(Next(word.Length), Common()),
        _ => word,
    };
}
