namespace OpinionWatch.Crawling.Frontier;

/// <summary>Recognises addresses that lead a crawler in circles: too long, too deep, or with the same part again and again.</summary>
internal static class TrapFilter
{
    private const int LongestAddress = 2048;
    private const int MostParts = 20;
    private const int MostRepeats = 3;

    /// <summary>Says whether an item's address must not be followed.</summary>
    public static bool IsTrap(Uri url)
    {
        if ((url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps) || url.AbsoluteUri.Length > LongestAddress)
        {
            return true;
        }

        var parts = url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > MostParts || parts.GroupBy(part => part).Any(same => same.Count() > MostRepeats);
    }
}
