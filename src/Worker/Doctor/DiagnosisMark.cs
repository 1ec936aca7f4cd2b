namespace OpinionWatch.Worker.Doctor;

/// <summary>How something stands.</summary>
internal enum DiagnosisMark
{
    /// <summary>As it should be (正常).</summary>
    Good,

    /// <summary>Worth knowing (说明).</summary>
    Note,

    /// <summary>It works, but not for long or not for everybody (提醒).</summary>
    Warning,

    /// <summary>It does not work (故障).</summary>
    Fault,
}
