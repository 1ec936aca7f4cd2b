using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Tries documents again that could not be judged: after a minute, ten minutes, an hour, six hours and a day, and after each start and each new configuration.</summary>
internal sealed class FailedRetry : IDisposable
{
    private readonly FailedDocuments _failed;
    private readonly FailureRecord _record;
    private readonly PostPipeline _pipeline;
    private readonly ConfigurationInForce _configuration;
    private readonly ILogger<FailedRetry> _log;
    private bool _loaded;

    /// <summary>Follows the configuration from now on; the pipeline, which is there already, follows it before.</summary>
    public FailedRetry(FailedDocuments failed, FailureRecord record, PostPipeline pipeline, ConfigurationInForce configuration, ILogger<FailedRetry> log)
    {
        _failed = failed;
        _record = record;
        _pipeline = pipeline;
        _configuration = configuration;
        _log = log;
        _configuration.Changed += Hurry;
    }

    /// <summary>Tries what is due.</summary>
    /// <returns>How many were judged after all.</returns>
    /// <exception cref="IOException">The disk takes nothing now; what is due stays due.</exception>
    public async Task<int> TryDueAsync(CancellationToken cancellationToken)
    {
        if (!_loaded || _failed.HasRoomForForgotten)
        {
            await _record.LoadAsync(cancellationToken);
            _loaded = true;
        }

        var settled = 0;
        foreach (var one in _failed.ListDue())
        {
            settled += await TryAsync(one, cancellationToken) ? 1 : 0;
        }

        return settled;
    }

    public void Dispose() => _configuration.Changed -= Hurry;

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of the loop: one that something unforeseen happens to must not keep those behind it from being judged.")]
    private async Task<bool> TryAsync(FailedDocument one, CancellationToken cancellationToken)
    {
        try
        {
            if (await _record.FindAsync(one, cancellationToken) is { } kept)
            {
                return await _pipeline.RetryAsync(kept, cancellationToken) != DocumentOutcome.Failed;
            }

            _log.FailureGone(one.Id, one.Site);
            _failed.Settle(one.Id);
            return false;
        }
        catch (Exception exception) when (exception is not (IOException or UnauthorizedAccessException or OperationCanceledException or OutOfMemoryException))
        {
            _log.RetryBroke(exception, one.Id, one.Site);
            _failed.PutOff(one.Id);
            return false;
        }
    }

    private void Hurry(object? sender, ConfigurationChangedEventArgs e) => _failed.HurryAll();
}
