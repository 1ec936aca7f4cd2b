namespace OpinionWatch.Model;

/// <summary>Which of the reports on one matter this is (报送类别).</summary>
public enum ReportKind
{
    /// <summary>首报.</summary>
    First,

    /// <summary>续报.</summary>
    FollowUp,

    /// <summary>终报: after it nothing more is owed to that body.</summary>
    Final,
}
