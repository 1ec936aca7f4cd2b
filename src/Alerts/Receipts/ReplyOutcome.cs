namespace OpinionWatch.Alerts.Receipts;

/// <summary>What became of a reply.</summary>
public enum ReplyOutcome
{
    /// <summary>The incident is acknowledged by it.</summary>
    Acknowledged,

    /// <summary>The incident was acknowledged or ended already.</summary>
    Already,

    /// <summary>Nobody of that number is a contact who was told lately.</summary>
    Stranger,

    /// <summary>It names no incident and several wait, or it names one the person was not told of: nothing is acknowledged, the reminders go on.</summary>
    Unclear,

    /// <summary>退订: providers stop sending to a number that answers so.</summary>
    Unsubscribed,

    /// <summary>It was taken before and is posted again.</summary>
    Repeated,

    /// <summary>It says something else.</summary>
    Nothing,
}
