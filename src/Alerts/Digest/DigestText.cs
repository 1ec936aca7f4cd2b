namespace OpinionWatch.Alerts.Digest;

/// <summary>A digest as it is mailed or written to files.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">A whole page without outside parts.</param>
/// <param name="Text">Plain text.</param>
public sealed record DigestText(string Subject, string Html, string Text);
