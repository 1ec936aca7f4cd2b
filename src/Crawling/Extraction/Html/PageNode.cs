using AngleSharp.Dom;

namespace OpinionWatch.Crawling.Extraction.Html;

/// <summary>A node of the flat tree: an element, or a text when <see cref="Text"/> is not null.</summary>
internal sealed class PageNode(int index, PageNode? parent, string name, IElement? element, string? text)
{
    /// <summary>Place in document order.</summary>
    internal int Index { get; } = index;

    /// <summary>Place after the last node inside this one.</summary>
    internal int End { get; set; } = index + 1;

    internal PageNode? Parent { get; } = parent;

    /// <summary>Lower-case name; <c>#text</c> for a text.</summary>
    internal string Name { get; } = name;

    internal string? Text { get; } = text;

    /// <summary>The nearest block round it.</summary>
    internal PageNode? Block { get; } = parent is null || BlockText.IsBlock(parent.Name) ? parent : parent.Block;

    internal bool InLink { get; } = parent is not null && (parent.InLink || parent.Name == "a");

    internal bool InPre { get; } = parent is not null && (parent.InPre || parent.Name == "pre");

    internal string Id { get; } = element?.Id ?? "";

    internal string Class { get; } = element?.ClassName ?? "";

    /// <summary>Characters inside that are not white space.</summary>
    internal int TextLength { get; set; }

    /// <summary>Of these, those in links.</summary>
    internal int LinkLength { get; set; }

    /// <summary>Share of its text that is link text, 0 to 1.</summary>
    internal double LinkShare => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    /// <summary>Whether it stands round an article; null until somebody asked.</summary>
    internal bool? IsBoilerplate { get; set; }

    /// <summary>True when it is that element of the parsed page.</summary>
    internal bool Is(IElement other) => ReferenceEquals(element, other);

    internal string? Attribute(string attribute) => element?.GetAttribute(attribute);

    /// <summary>True when one of the class names is <paramref name="name"/>.</summary>
    internal bool HasClass(string name) => Class.Length >= name.Length && Class.Contains(name, StringComparison.Ordinal)
        && Class.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(name, StringComparer.Ordinal);

    /// <summary>True when <paramref name="other"/> lies inside.</summary>
    internal bool Holds(PageNode other) => other.Index >= Index && other.Index < End;
}
