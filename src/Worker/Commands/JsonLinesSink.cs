using System.Text.Json;
using OpinionWatch.Crawling;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Writes what the crawler found as JSON Lines.</summary>
internal sealed class JsonLinesSink(Stream output) : IPageSink, IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Documents written so far.</summary>
    public long Count { get; private set; }

    public async Task<PageReception> AcceptAsync(CrawledPage page, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            foreach (var document in page.Documents)
            {
                await output.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, ContractJson.Options), cancellationToken);
                await output.WriteAsync("\n"u8.ToArray(), cancellationToken);
                Count++;
            }

            await output.FlushAsync(cancellationToken);
            return PageReception.Nothing;
        }
        finally
        {
            _one.Release();
        }
    }

    public Task RecordAsync(PageChange change, CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await output.DisposeAsync();
        _one.Dispose();
    }
}
