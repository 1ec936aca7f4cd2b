using System.Text.RegularExpressions;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Takes the documents whose id or site a regular expression finds; without one it takes all.</summary>
internal sealed class DocumentFilter(Regex? pattern)
{
    /// <summary>Reads an expression; it is matched in time linear in the id.</summary>
    /// <returns>False, with a fault to show, when it is none.</returns>
    public static bool TryCreate(string? expression, out DocumentFilter filter, out string? fault)
    {
        (filter, fault) = (new DocumentFilter(null), null);
        try
        {
            filter = new DocumentFilter(expression is null ? null : new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout));
            return true;
        }
        catch (ArgumentException exception)
        {
            fault = exception.Message;
        }
        catch (NotSupportedException exception)
        {
            fault = exception.Message;
        }

        return false;
    }

    /// <summary>Whether it takes a document.</summary>
    public bool Takes(Document document) => pattern is null || pattern.IsMatch(document.Id) || (document.Site is { } site && pattern.IsMatch(site));
}
