namespace OpinionWatch.Alerts.Templates;

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Message">What is wrong, what is allowed.</param>
public sealed record TemplateFault(int Line, int Column, string Message);
