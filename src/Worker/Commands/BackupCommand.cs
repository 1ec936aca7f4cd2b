using System.CommandLine;
using System.Globalization;
using System.Reflection;
using OpinionWatch.Storage.Backup;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Configuration.Files;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>backup</c>: one consistent file of everything, taken while the service runs.</summary>
internal static class BackupCommand
{
    public static Command Create(SharedOptions options)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "要写的备份文件；不能已经存在，也不能在数据文件夹内" };
        var command = new Command("backup", "把全部数据（审计链、证据、采集进度、配置）写成一个一致的备份文件；服务可以照常运行") { file };
        command.SetAction((parsed, cancellationToken) => WriteAsync(options.Read(parsed), parsed.GetValue(file)!.FullName, cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(Folders folders, string target, CancellationToken cancellationToken)
    {
        var snapshot = ConfigurationSnapshot.Load(folders.Config);
        var reading = ConfigurationReader.Read(snapshot, folders.Data, Environment.GetEnvironmentVariable);
        var data = folders.Data ?? reading.Configuration?.DataFolder ?? Configured.Require(folders).DataFolder;
        if (File.Exists(target) || Directory.Exists(target))
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: {target} 已经存在；备份从不覆盖，请换一个文件名。");
            return ExitCode.WrongUse;
        }

        if (RealPath.IsIn(target, data))
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: {target} 在数据文件夹 {data} 之内；备份要放到别处，最好是另一块磁盘。");
            return ExitCode.WrongUse;
        }

        var request = Describe(data, target, snapshot, reading);
        var manifest = await new StoreBackup(TimeProvider.System).WriteAsync(request, cancellationToken);
        foreach (var warning in manifest.Warnings)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: 注意：{warning}");
        }

        await Terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"备份完成并已核对：{target}（{new FileInfo(target).Length} 字节）；审计链 {manifest.Records} 条，证据 {manifest.Files.Count(f => f.Name.StartsWith("evidence/", StringComparison.Ordinal))} 个文件，共 {manifest.Files.Count} 个文件。"));
        return ExitCode.Done;
    }

    private static BackupRequest Describe(string data, string target, ConfigurationSnapshot snapshot, ConfigurationReading reading)
    {
        var request = new BackupRequest
        {
            DataFolder = data,
            Target = target,
            Program = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            LeaveOut = [snapshot.Folder, .. reading.SecretFiles],
        };
        if (reading.Configuration is not { } configuration)
        {
            return request with { Warnings = ["配置文件夹不存在或有错误，配置没有备份；请运行 check，或另行保存配置文件夹"] };
        }

        var (files, masked) = ConfigurationCopy.Of(snapshot, configuration);
        return request with
        {
            Configuration = files,
            LeaveOut = [.. request.LeaveOut, configuration.Logs.Folder, .. configuration.Alerts.Mail?.Pickup is { } pickup ? new[] { pickup } : []],
            Warnings = [.. masked.Select(name => $"config/{name} 中直接写了密码或令牌，备份中以 {ConfigurationCopy.Mask} 代替；恢复后要重新填写，建议改用 ${{env:NAME}} 或 ${{file:PATH}}")],
        };
    }
}
