namespace OpinionWatch.Worker.Doctor;

/// <summary>One thing a check of <c>doctor</c> saw.</summary>
/// <param name="Mark">How it stands.</param>
/// <param name="Found">What was seen, one line in Chinese.</param>
/// <param name="Cure">What a person does about it; null when there is nothing to do.</param>
internal sealed record Diagnosis(DiagnosisMark Mark, string Found, string? Cure = null);
