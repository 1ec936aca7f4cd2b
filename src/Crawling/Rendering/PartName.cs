using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>What a request of a page is known by. Pure.</summary>
/// <param name="Exact">Itself: address and what is sent with it, without what is another each time.</param>
/// <param name="Folded">Its kin: requests that differ in numbers only. Of an interface that gives articles all fail together.</param>
internal sealed partial record PartName(string Exact, string Folded)
{
    private const int LeastFraction = 8;
    private static readonly TimeSpan AboutNow = TimeSpan.FromDays(1);

    /// <summary>Names a request.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="form">What is sent with it; null when nothing is.</param>
    /// <param name="at">When its page was fetched: an address made of the time tells what time it is.</param>
    public static PartName Of(Uri url, RequestForm? form, DateTimeOffset at)
    {
        var query = string.Join('&', url.Query.TrimStart('?').Split('&').Where(part => !ScriptCache.IsOfOneUse(part.Split('=')[0])));
        var sent = form is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lasting(Encoding.Latin1.GetString([.. form.Body]), at))));
        return new PartName($"{url.Authority}{url.AbsolutePath}?{Lasting(query, at)}#{sent}", Fold($"{url.Authority}{url.AbsolutePath}"));
    }

    private static string Fold(string text)
    {
        var name = new StringBuilder();
        foreach (var letter in text)
        {
            var written = char.IsAsciiDigit(letter) ? '0' : letter;
            if (written != '0' || name.Length == 0 || name[^1] != '0')
            {
                name.Append(written);
            }
        }

        return name.ToString();
    }

    /// <summary>Takes out what a poll puts in to be another each time: the time (Unix, in seconds or milliseconds), a random fraction.</summary>
    private static string Lasting(string text, DateTimeOffset at) => Number().Replace(text, found => IsOfOneUse(found.Value, at) ? "0" : found.Value);

    private static bool IsOfOneUse(string number, DateTimeOffset at) => number.Contains('.', StringComparison.Ordinal)
        ? number.StartsWith("0.", StringComparison.Ordinal) && number.Length >= LeastFraction
        : number.Length is 10 or 13 && Math.Abs((long.Parse(number, CultureInfo.InvariantCulture) / (number.Length == 13 ? 1000 : 1)) - at.ToUnixTimeSeconds()) <= AboutNow.TotalSeconds;

    [GeneratedRegex("[0-9.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
