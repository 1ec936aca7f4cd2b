using AngleSharp.Css.Parser;

namespace OpinionWatch.Crawling.Extraction;

/// <summary>Tells whether a text is a CSS selector that pages can be asked with.</summary>
public static class SelectorSyntax
{
    /// <summary>True when it is one.</summary>
    public static bool IsValid(string selector) => new CssSelectorParser().ParseSelector(selector) is not null;
}
