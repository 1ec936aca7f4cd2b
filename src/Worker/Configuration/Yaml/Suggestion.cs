namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Guesses which allowed word was meant.</summary>
internal static class Suggestion
{
    /// <summary>Gives <c>; did you mean 'delay'?</c>, or nothing when no allowed word is near.</summary>
    public static string For(string word, IEnumerable<string> allowed) => Nearest(word, allowed) is { } near ? $"; did you mean '{near}'?" : "";

    /// <summary>Finds the allowed word that takes the fewest changes, two at most and fewer than half the letters.</summary>
    public static string? Nearest(string word, IEnumerable<string> allowed)
    {
        if (word.Length > 40)
        {
            return null;
        }

        var lower = word.ToLowerInvariant();
        return allowed
            .Select(candidate => (candidate, distance: Distance(lower, candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= 2 && pair.distance * 2 < Math.Max(2, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    // Optimal string alignment: insert, delete, replace, swap neighbours.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return int.MaxValue / 4;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
