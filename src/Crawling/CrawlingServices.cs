using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace OpinionWatch.Crawling;

/// <summary>Registers the crawler.</summary>
public static class CrawlingServices
{
    /// <summary>Adds <see cref="Crawler"/>. The host adds <c>ICurrent&lt;CrawlingOptions&gt;</c>, the stores, <c>IPageReader</c> and <see cref="IPageSink"/>.</summary>
    public static IServiceCollection AddCrawling(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Crawler>();
        return services;
    }
}
