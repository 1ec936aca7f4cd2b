namespace OpinionWatch.Crawling.Frontier;

/// <summary>Lets as many pages be read at a time as there are processors: reading is pure computing, and trees are large.</summary>
internal sealed class ReadingGate : IDisposable
{
    private readonly SemaphoreSlim _free = new(Environment.ProcessorCount);

    public async Task<T> ReadAsync<T>(Func<T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return read();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
