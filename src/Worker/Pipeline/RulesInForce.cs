using OpinionWatch.Model;
using OpinionWatch.Rules;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>The rule engine of the configuration in force.</summary>
internal sealed class RulesInForce : ICurrent<RuleEngine>, IDisposable
{
    private readonly ConfigurationInForce _configuration;
    private volatile RuleEngine _engine;

    public RulesInForce(ConfigurationInForce configuration)
    {
        _configuration = configuration;
        _engine = RuleEngineFactory.Create(configuration.Current);
        _configuration.Changed += Follow;
    }

    public RuleEngine Value => _engine;

    public void Dispose() => _configuration.Changed -= Follow;

    private void Follow(object? sender, ConfigurationChangedEventArgs e) => _engine = RuleEngineFactory.Create(_configuration.Current);
}
