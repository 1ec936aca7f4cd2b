using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>select:</c> of a site: CSS selectors of what its item pages hold.</summary>
internal static class SelectReader
{
    /// <summary>Reads it; null when the site has none.</summary>
    public static SourceSelectors? Read(MapReader site)
    {
        if (site.Child("select", "title", "text", "time", "author") is not { } select)
        {
            return null;
        }

        return new SourceSelectors { Title = Selector(select, "title"), Text = Selector(select, "text"), Time = Selector(select, "time"), Author = Selector(select, "author") };
    }

    private static string? Selector(MapReader select, string key)
    {
        var text = select.Text(key)?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (SelectorSyntax.IsValid(text))
        {
            return text;
        }

        select.Error(key, $"'{Shown.Of(text, 120)}' is no CSS selector, as \"div.article h1\"");
        return null;
    }
}
