namespace OpinionWatch.Crawling.Robots;

/// <summary>One allow or disallow line, its pattern normalised.</summary>
/// <param name="Allow">True for allow.</param>
/// <param name="Pattern">The pattern, with <c>*</c> for anything and a closing <c>$</c> for the end.</param>
public sealed record RobotsRule(bool Allow, string Pattern)
{
    /// <summary>Says whether the pattern matches the beginning of a normalised path with query (RFC 9309 §2.2.2, §2.2.3).</summary>
    public bool Matches(string path)
    {
        var anchored = Pattern.EndsWith('$');
        var pattern = anchored ? Pattern.AsSpan(0, Pattern.Length - 1) : Pattern.AsSpan();
        int p = 0, s = 0, star = -1, from = 0;
        while (true)
        {
            if (p == pattern.Length && (!anchored || s == path.Length))
            {
                return true;
            }

            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                from = s;
            }
            else if (p < pattern.Length && s < path.Length && pattern[p] == path[s])
            {
                p++;
                s++;
            }
            else if (star >= 0 && from < path.Length)
            {
                p = star + 1;
                s = ++from;
            }
            else
            {
                return false;
            }
        }
    }
}
