using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Channels.Sms;

/// <summary>Fills the variables of a template a provider has approved.</summary>
internal static class ApprovedTemplate
{
    /// <summary>Gives a variable's value: one line, not longer than the provider takes, never empty, without the brackets that providers keep for signatures.</summary>
    /// <param name="variable">What goes in.</param>
    /// <param name="message">The message; one without parts (a test) gives its text as the matter.</param>
    /// <param name="most">Characters at most.</param>
    public static string Value(TextTemplate variable, OutgoingMessage message, int most)
    {
        var parts = message.Parts ?? new Dictionary<string, string> { ["matter"] = message.Text };
        var filled = variable.Fill(parts).Replace("【", "", StringComparison.Ordinal).Replace('】', '：');
        var value = PlainText.Cut(PlainText.OneLine(filled, 500).Trim('：'), most);
        return value.Length > 0 ? value : MessageParts.Nothing;
    }
}
