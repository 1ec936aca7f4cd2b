using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Doctor;
using OpinionWatch.Worker.Duty;
using OpinionWatch.Worker.Hosting;
using OpinionWatch.Worker.Watchdog;
using Serilog;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>doctor</c>: looks at everything the service depends on, and says what to do. Sends nothing to anybody, changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Create(SharedOptions options)
    {
        var json = new Option<bool>("--json") { Description = "逐行输出 JSON：{check, mark, found, cure}" };
        var offline = new Option<bool>("--offline") { Description = "不访问网络：不看信源、邮件和短信网关" };
        var command = new Command("doctor", "体检：配置、数据文件夹、时钟、服务、邮件、短信、信源、字体逐项检查，并说明怎么办；有故障时退出码为 1，配置有误时为 2") { json, offline };
        command.SetAction((parsed, cancellationToken) => RunAsync(options.Read(parsed), parsed.GetValue(json), parsed.GetValue(offline), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Folders folders, bool json, bool offline, CancellationToken cancellationToken)
    {
        var reading = ConfigurationReader.Read(folders.Config, folders.Data, Environment.GetEnvironmentVariable);
        var serilog = new LoggerConfiguration();
        Logs.ConfigureForCommand(serilog);
        using var logs = LoggerFactory.Create(builder => builder.AddSerilog(serilog.CreateLogger(), dispose: true));
        using var http = LiveProbe.CreateClient();
        var counts = new int[Enum.GetValues<DiagnosisMark>().Length];
        await foreach (var (check, diagnosis) in new Checkup(Examinations(reading, folders, offline, http, logs), TimeProvider.System).RunAsync(cancellationToken))
        {
            counts[(int)diagnosis.Mark]++;
            foreach (var line in json ? [JsonSerializer.Serialize(new { check, mark = diagnosis.Mark, found = diagnosis.Found, cure = diagnosis.Cure }, ContractJson.Options)] : Lines(check, diagnosis))
            {
                await Terminal.Out.WriteLineAsync(line);
            }
        }

        await Terminal.Error.WriteLineAsync($"正常 {counts[(int)DiagnosisMark.Good]}，说明 {counts[(int)DiagnosisMark.Note]}，提醒 {counts[(int)DiagnosisMark.Warning]}，故障 {counts[(int)DiagnosisMark.Fault]}");
        return reading.Configuration is null ? ExitCode.WrongUse : counts[(int)DiagnosisMark.Fault] == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static List<IExamination> Examinations(ConfigurationReading reading, Folders folders, bool offline, HttpClient http, ILoggerFactory logs)
    {
        var time = TimeProvider.System;
        var data = reading.DataFolder ?? folders.Data;
        var zone = reading.Configuration?.TimeZone ?? TimeZoneInfo.Local;
        List<IExamination> found = [new ConfigurationExamination(reading.Configuration, [.. reading.Faults, .. DutyOf(reading, folders, time)])];
        if (data is not null)
        {
            found.AddRange([new DataFolderExamination(data), new ServiceExamination(data, zone, http, time), new WatchdogExamination(data, time)]);
        }

        found.Add(new FontsExamination(FontsExamination.SystemFolders));
        if (reading.Configuration is { } configuration)
        {
            found.Add(new BrowserExamination(configuration.Crawling));
            if (!offline)
            {
                var look = new SitesLook(configuration.Crawling, time, logs.CreateLogger(nameof(SitesLook)));
                found.AddRange([new MailExamination(configuration.Alerts.Mail, time), new GatewaysExamination(configuration.Alerts, configuration.Contacts, time), new SitesExamination(look), new ClockExamination(look)]);
            }
        }

        return found;
    }

    private static IEnumerable<ConfigurationFault> DutyOf(ConfigurationReading reading, Folders folders, TimeProvider time) =>
        reading.Configuration is { } configuration ? DutyWarnings.Of(DutyWatch.Look(configuration, time.GetUtcNow()), reading, folders.Config) : [];

    private static IEnumerable<string> Lines(string check, Diagnosis diagnosis)
    {
        var mark = diagnosis.Mark switch
        {
            DiagnosisMark.Good => "正常",
            DiagnosisMark.Note => "说明",
            DiagnosisMark.Warning => "提醒",
            _ => "故障",
        };
        yield return $"[{mark}] {check}：{Printable.Of(diagnosis.Found)}";
        if (diagnosis.Cure is { } cure)
        {
            yield return $"       办法：{Printable.Of(cure)}";
        }
    }
}
