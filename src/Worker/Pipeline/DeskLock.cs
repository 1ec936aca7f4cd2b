namespace OpinionWatch.Worker.Pipeline;

/// <summary>The lock under which the desk does everything, one after the other.</summary>
internal sealed class DeskLock : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for its turn; what it returns ends it.</summary>
    /// <param name="look">Gives the present by the machine's clock; called inside.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async ValueTask<Entered> EnterAsync(Func<DateTimeOffset> look, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return new Entered(_one, look());
        }
        catch
        {
            _one.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>A turn, until it is disposed.</summary>
    internal readonly struct Entered(SemaphoreSlim one, DateTimeOffset now) : IDisposable
    {
        /// <summary>The present by the machine's clock, for all that is done inside.</summary>
        public DateTimeOffset Now => now;

        /// <summary>Lets the next in.</summary>
        public void Dispose() => one.Release();
    }
}
