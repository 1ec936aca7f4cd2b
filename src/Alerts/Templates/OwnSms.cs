namespace OpinionWatch.Alerts.Templates;

/// <summary>Fills the bureau's own text message so that it fits one: what is said of the matter gives way, then place and source.</summary>
internal static class OwnSms
{
    private const int LeastOfMatter = 8;
    private const int Short = 4;

    /// <summary>Writes it, at most 70 characters on one line.</summary>
    public static string Write(TextTemplate template, IReadOnlyDictionary<string, string> parts)
    {
        var text = Fitted(template, new Dictionary<string, string>(parts));
        if (text.Length > SmsText.Most)
        {
            text = Fitted(template, new Dictionary<string, string>(parts) { ["place"] = PlainText.Cut(parts["place"], Short), ["source"] = PlainText.Cut(parts["source"], Short) });
        }

        return PlainText.Cut(text, SmsText.Most);
    }

    private static string Fitted(TextTemplate template, Dictionary<string, string> parts)
    {
        var matter = parts["matter"];
        var full = OneLine(template.Fill(parts));
        if (full.Length <= SmsText.Most)
        {
            return full;
        }

        parts["matter"] = PlainText.Cut(matter, Math.Max(matter.Length - (full.Length - SmsText.Most), LeastOfMatter));
        return OneLine(template.Fill(parts));
    }

    private static string OneLine(string text) => PlainText.OneLine(text, 1000);
}
