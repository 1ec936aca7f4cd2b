namespace OpinionWatch.Alerts.Templates;

/// <summary>The words of one alert.</summary>
/// <param name="Subject">One line, for a mail's subject.</param>
/// <param name="Text">Whole text of an SMS (at most 70 UTF-16 units), plain part of a mail.</param>
/// <param name="Html">HTML part of a mail; null for an SMS.</param>
public sealed record AlertText(string Subject, string Text, string? Html)
{
    /// <summary>The words one by one, for gateways that fill approved templates; null where the text alone is enough.</summary>
    public IReadOnlyDictionary<string, string>? Parts { get; init; }
}
