namespace OpinionWatch.Model;

/// <summary>What kind of opinion a matter turned out to be (研判结论): the six kinds of the bureau's notice of 2017-09-07, part three, article 2.</summary>
public enum OpinionKind
{
    /// <summary>建设性意见: what is adopted of it is made public.</summary>
    Constructive,

    /// <summary>实际困难: how it is solved is made public.</summary>
    Hardship,

    /// <summary>重大问题: inquiry and handling are published in time.</summary>
    Grave,

    /// <summary>不了解情况: authoritative information clears it up.</summary>
    Uninformed,

    /// <summary>错误看法: information guides and corrects.</summary>
    Mistaken,

    /// <summary>虚假不实: answered, and handed to the police where the law was broken.</summary>
    False,
}
