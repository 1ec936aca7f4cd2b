using OpinionWatch.Model;

namespace OpinionWatch.Worker.Configuration;

/// <summary>One part of the configuration in force, for the project it belongs to.</summary>
/// <typeparam name="T">The options type.</typeparam>
/// <param name="inForce">What is in force.</param>
/// <param name="part">Picks the part.</param>
public sealed class CurrentPart<T>(ConfigurationInForce inForce, Func<WatchConfiguration, T> part) : ICurrent<T>
{
    /// <inheritdoc/>
    public T Value => part(inForce.Current);
}
