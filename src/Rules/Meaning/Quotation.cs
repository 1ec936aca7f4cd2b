namespace OpinionWatch.Rules.Meaning;

/// <summary>Asks whether a place in the text stands in quotation marks: there somebody else speaks than who writes.</summary>
internal static class Quotation
{
    private const int Reach = 240;

    /// <summary>Whether the nearest quotation mark before it, in the same paragraph, opens.</summary>
    public static bool Covers(Reading reading, int start)
    {
        var at = reading.Text.Origin(start);
        for (var i = at - 1; i >= 0 && at - i <= Reach; i--)
        {
            switch (reading.Text.OriginalAt(i))
            {
                case '“' or '「' or '『':
                    return true;
                case '”' or '」' or '』' or '\n':
                    return false;
                default:
                    break;
            }
        }

        return false;
    }
}
