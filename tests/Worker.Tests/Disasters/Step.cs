namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>Between what the process may die.</summary>
public enum Step
{
    /// <summary>Decided, nothing on disk.</summary>
    BeforeKeeping,

    /// <summary>Incident and messages on disk, nobody told.</summary>
    AfterKeeping,

    /// <summary>Handed over (or refused, or about to be bundled), not recorded.</summary>
    BeforeRecording,

    /// <summary>Recorded.</summary>
    AfterRecording,
}
