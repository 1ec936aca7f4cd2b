namespace OpinionWatch.Worker.Configuration;

/// <summary>Lets a loop wait for the next configuration that comes into force; several changes in between are one.</summary>
internal sealed class ConfigurationChanges : IDisposable
{
    private readonly ConfigurationInForce _configuration;
    private readonly SemaphoreSlim _changed = new(0, 1);

    public ConfigurationChanges(ConfigurationInForce configuration)
    {
        _configuration = configuration;
        _configuration.Changed += Mark;
    }

    /// <summary>Waits; true when there is a new one, and never false.</summary>
    /// <exception cref="OperationCanceledException">The service stops.</exception>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await _changed.WaitAsync(cancellationToken);
        return true;
    }

    public void Dispose()
    {
        _configuration.Changed -= Mark;
        _changed.Dispose();
    }

    private void Mark(object? sender, ConfigurationChangedEventArgs e)
    {
        lock (_changed)
        {
            if (_changed.CurrentCount == 0)
            {
                _changed.Release();
            }
        }
    }
}
