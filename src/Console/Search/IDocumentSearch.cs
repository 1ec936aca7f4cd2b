namespace OpinionWatch.Console.Search;

/// <summary>Finds kept documents by their words.</summary>
public interface IDocumentSearch
{
    /// <summary>Finds one page.</summary>
    /// <returns>The page; null while the index cannot be asked (it is being opened or built).</returns>
    /// <exception cref="SearchRefusedException">The query cannot be answered: the message says why and what is allowed.</exception>
    SearchPage? Find(SearchRequest request, CancellationToken cancellationToken);
}
