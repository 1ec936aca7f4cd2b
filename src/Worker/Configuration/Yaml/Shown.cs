namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Makes a piece of a file fit to be shown in a fault: one line, no control characters, not long.</summary>
internal static class Shown
{
    /// <summary>Gives the text, cut to <paramref name="most"/> characters.</summary>
    public static string Of(string text, int most = 60)
    {
        var cut = text.Length > most ? most : text.Length;
        if (cut > 0 && cut < text.Length && char.IsHighSurrogate(text[cut - 1]))
        {
            cut--;
        }

        var shown = string.Create(cut, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
        return cut < text.Length ? shown + "…" : shown;
    }
}
