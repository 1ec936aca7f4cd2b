using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The rule engine of the configuration in force.</summary>
internal sealed class RulesInForce : ICurrent<RuleEngine>, IDisposable
{
    private readonly ConfigurationInForce _configuration;
    private readonly ILogger<RulesInForce> _log;
    private volatile RuleEngine _engine;

    public RulesInForce(ConfigurationInForce configuration, ILogger<RulesInForce> log)
    {
        _log = log;
        _configuration = configuration;
        _engine = RuleEngineFactory.Create(configuration.Current);
        _configuration.Changed += Follow;
    }

    public RuleEngine Value => _engine;

    public void Dispose() => _configuration.Changed -= Follow;

    private void Follow(object? sender, ConfigurationChangedEventArgs e)
    {
        try
        {
            _engine = RuleEngineFactory.Create(_configuration.Current);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Whoever else follows the change must hear of it all the same; the last good rules stay.
            _log.RulesNotBuilt(exception);
        }
    }
}
