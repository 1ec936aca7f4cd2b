using System.Globalization;
using OpinionWatch.Worker.Configuration;
using Serilog;
using Serilog.Events;

namespace OpinionWatch.Worker.Hosting;

/// <summary>Where the log goes: standard error, and rolling files.</summary>
internal static class Logs
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    public static void Configure(LoggerConfiguration logs, LogOptions options) => Quiet(logs)
        .WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(
            Path.Combine(options.Folder, "opinionwatch-.log"),
            outputTemplate: Template,
            rollingInterval: RollingInterval.Day,
            fileSizeLimitBytes: options.EachBytes,
            rollOnFileSizeLimit: true,
            retainedFileCountLimit: options.Keep,
            formatProvider: CultureInfo.InvariantCulture);

    /// <summary>For the watchdog: what it does to standard error, where the service manager keeps it; no file, for the service's disk may be full.</summary>
    public static void ConfigureForWatchdog(LoggerConfiguration logs) => Quiet(logs)
        .WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture);

    /// <summary>For commands that end: warnings to standard error, no file.</summary>
    public static void ConfigureForCommand(LoggerConfiguration logs) => Quiet(logs)
        .WriteTo.Console(outputTemplate: Template, standardErrorFromLevel: LogEventLevel.Verbose, restrictedToMinimumLevel: LogEventLevel.Warning, formatProvider: CultureInfo.InvariantCulture);

    private static LoggerConfiguration Quiet(LoggerConfiguration logs) => logs
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
        .MinimumLevel.Override("Polly", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning);
}
