using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Registers the configuration in force, its parts, and the watcher that reads edits.</summary>
public static class ConfigurationServices
{
    /// <summary>Adds <see cref="ConfigurationInForce"/>, <see cref="ICurrent{T}"/> of every part, and <see cref="ConfigurationWatcher"/> as a hosted service. A <see cref="TimeProvider"/> must be registered.</summary>
    /// <param name="services">The services.</param>
    /// <param name="origin">Where it was read from.</param>
    /// <param name="reading">What was read; must hold a configuration.</param>
    /// <exception cref="ArgumentException">The reading was refused.</exception>
    public static IServiceCollection AddWatchConfiguration(this IServiceCollection services, ConfigurationOrigin origin, ConfigurationReading reading)
    {
        var first = reading.Configuration ?? throw new ArgumentException("A refused configuration cannot be put in force.", nameof(reading));
        services.AddSingleton(origin);
        services.AddSingleton(reading);
        services.AddSingleton(provider => new ConfigurationInForce(first, reading.Faults, provider.GetRequiredService<TimeProvider>().GetUtcNow()));
        services.AddPart(configuration => configuration);
        services.AddPart(configuration => configuration.Crawling);
        services.AddPart(configuration => configuration.Alerts);
        services.AddPart(configuration => configuration.Escalation);
        services.AddPart(configuration => configuration.Contacts);
        services.AddPart(configuration => configuration.Grading);
        services.AddPart(configuration => configuration.Area);
        services.AddPart(configuration => configuration.Lexicon);
        services.AddPart(configuration => configuration.Console);
        services.AddHostedService<ConfigurationWatcher>();
        return services;
    }

    private static void AddPart<T>(this IServiceCollection services, Func<WatchConfiguration, T> part) =>
        services.AddSingleton<ICurrent<T>>(provider => new CurrentPart<T>(provider.GetRequiredService<ConfigurationInForce>(), part));
}
