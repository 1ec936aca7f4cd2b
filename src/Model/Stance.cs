namespace OpinionWatch.Model;

/// <summary>What a document wants (倾向).</summary>
public enum Stance
{
    /// <summary>Nothing in particular.</summary>
    Neutral,

    /// <summary>投诉: somebody suffers and says so.</summary>
    Complaint,

    /// <summary>曝光: somebody reports a wrong to the public.</summary>
    Exposure,

    /// <summary>咨询: somebody asks.</summary>
    Inquiry,

    /// <summary>宣传: an authority tells of its work.</summary>
    Publicity,
}
