using Microsoft.Extensions.Logging;

namespace OpinionWatch.Worker.Configuration;

/// <summary>Log messages of the configuration (Worker, 1650–1659).</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(1650, LogLevel.Information, "The configuration {Version} is in force.")]
    public static partial void InForce(this ILogger logger, string version);

    [LoggerMessage(1651, LogLevel.Warning, "The edited configuration was refused for {Count} errors; the last good one stays in force.")]
    public static partial void Refused(this ILogger logger, int count);

    [LoggerMessage(1652, LogLevel.Warning, "{Fault}")]
    public static partial void Fault(this ILogger logger, string fault);

    [LoggerMessage(1653, LogLevel.Warning, "The setting {Key} was changed; the change takes effect at the next start.")]
    public static partial void NeedsRestart(this ILogger logger, string key);

    [LoggerMessage(1654, LogLevel.Information, "The edit of the configuration was taken back.")]
    public static partial void TakenBack(this ILogger logger);

    [LoggerMessage(1655, LogLevel.Error, "The configuration folder could not be looked at; the configuration in force stays.")]
    public static partial void LookFailed(this ILogger logger, Exception exception);
}
