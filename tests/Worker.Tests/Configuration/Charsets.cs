using System.Text;

namespace OpinionWatch.Worker.Tests.Configuration;

/// <summary>Encodes text as editors, Excel and WPS save it.</summary>
internal static class Charsets
{
    public static byte[] Encode(string text, string charset) => charset switch
    {
        "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
        "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.UTF8.GetBytes(text),
    };
}
