using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Log messages of the configuration (Worker, 1620–1629).</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(1620, LogLevel.Information, "The configuration {Version} is in force.")]
    public static partial void InForce(this ILogger logger, string version);

    [LoggerMessage(1621, LogLevel.Warning, "The edited configuration was refused for {Count} errors; the last good one stays in force.")]
    public static partial void Refused(this ILogger logger, int count);

    [LoggerMessage(1622, LogLevel.Warning, "{Fault}")]
    public static partial void Fault(this ILogger logger, string fault);

    [LoggerMessage(1623, LogLevel.Warning, "The setting {Key} was changed; the change takes effect at the next start.")]
    public static partial void NeedsRestart(this ILogger logger, string key);

    [LoggerMessage(1624, LogLevel.Information, "The edit of the configuration was taken back.")]
    public static partial void TakenBack(this ILogger logger);

    [LoggerMessage(1625, LogLevel.Error, "The configuration folder could not be looked at; the configuration in force stays.")]
    public static partial void LookFailed(this ILogger logger, Exception exception);
}
