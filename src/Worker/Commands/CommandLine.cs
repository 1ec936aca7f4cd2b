using System.CommandLine;

namespace OpinionWatch.Worker.Commands;

/// <summary>The commands of CONTRACT.md, one a file, and what they share: options and exit codes.</summary>
internal static class CommandLine
{
    /// <summary>Parses and carries out; gives the exit code.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var result = Create().Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await Terminal.Error.WriteLineAsync($"opinionwatch: {error.Message}");
            }

            await Terminal.Error.WriteLineAsync("opinionwatch --help lists the commands and their options.");
            return ExitCode.WrongUse;
        }

        using var interrupt = new Interrupt { StopsCleanly = result.CommandResult.Command is RootCommand or { Name: "run" or "demo" or "crawl" or "watchdog" } };
        try
        {
            return await interrupt.RunAsync(token => result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false }, token));
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (ConfigurationException exception)
        {
            await Terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.WrongUse;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or NotSupportedException)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    /// <summary>Makes all commands.</summary>
    internal static RootCommand Create()
    {
        var options = new SharedOptions();
        var root = new RootCommand("OpinionWatch 舆情监测：查看公开页面，发现涉自然资源舆情，按时限预警。不带命令时等同 run。")
        {
            options.Config,
            options.Data,
            RunCommand.Create(options),
            DemoCommand.Create(options),
            CheckCommand.Create(options),
            DoctorCommand.Create(options),
            CrawlCommand.Create(options),
            AnalyzeCommand.Create(options),
            SegmentCommand.Create(),
            ExtractCommand.Create(options),
            EvaluateCommand.Create(options),
            RehearseCommand.Create(options),
            DigestCommand.Create(options),
            NotifyTestCommand.Create(options),
            TemplateCommand.Create(options),
            VerifyCommand.Create(options),
            WatchdogCommand.Create(options),
            DrillCommand.Create(options),
            UserCommand.Create(options),
            BackupCommand.Create(options),
            RestoreCommand.Create(options),
        };
        root.SetAction((parsed, cancellationToken) => RunCommand.RunAsync(options.Read(parsed), cancellationToken));
        return root;
    }
}
