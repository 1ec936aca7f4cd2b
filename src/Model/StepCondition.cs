namespace OpinionWatch.Model;

/// <summary>What makes an escalation step needless (<c>unless</c>).</summary>
public enum StepCondition
{
    /// <summary>A named person took over.</summary>
    Acknowledged,

    /// <summary>An upward report was made.</summary>
    Reported,

    /// <summary>The first authoritative publication was made.</summary>
    Stated,

    /// <summary>The press conference was held.</summary>
    Briefed,

    /// <summary>The answer was given.</summary>
    Replied,
}
