namespace OpinionWatch.Model;

/// <summary>What a matter was judged to be (研判).</summary>
/// <param name="Kind">One of the six kinds of the notice.</param>
/// <param name="Conclusion">Nature, trend and risks in words.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="At">When.</param>
public sealed record Assessment(OpinionKind Kind, string Conclusion, string By, DateTimeOffset At);
