namespace OpinionWatch.Model;

/// <summary>What became of a document at the place where it was published.</summary>
public enum SourceChange
{
    /// <summary>修改: it says something else.</summary>
    Edited,

    /// <summary>删除: it is no longer there.</summary>
    Removed,

    /// <summary>恢复: it is there again.</summary>
    Restored,
}
