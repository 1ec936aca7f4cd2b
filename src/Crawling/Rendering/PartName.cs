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
    private static readonly TimeSpan Now = TimeSpan.FromDays(1);

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
    private static string Lasting(string text, DateTimeOffset at) => OfOneUse().Replace(text, found => IsOfNow(found.Value, at) ? "0" : found.Value);

    private static bool IsOfNow(string number, DateTimeOffset at)
    {
        if (number.StartsWith("0.", StringComparison.Ordinal))
        {
            return true;
        }

        var told = long.Parse(number, CultureInfo.InvariantCulture) / (number.Length == 13 ? 1000 : 1);
        return Math.Abs(told - at.ToUnixTimeSeconds()) <= Now.TotalSeconds;
    }

    [GeneratedRegex(@"(?<![0-9.])(?:0\.[0-9]{6,}|[0-9]{13}|[0-9]{10})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OfOneUse();
}
