namespace OpinionWatch.Rules.Segmentation;

/// <summary>How finely text is cut, in jieba's terms.</summary>
public enum SegmentMode
{
    /// <summary>精确模式: each character belongs to exactly one token; the tokens joined give the text back.</summary>
    Precise,

    /// <summary>搜索引擎模式: the precise tokens, each preceded by the two- and three-character words inside it.</summary>
    Search,

    /// <summary>全模式: every word of the dictionary that can be seen in the text, overlapping. Empty tokens stand beside white space, as in jieba.</summary>
    Full,
}
