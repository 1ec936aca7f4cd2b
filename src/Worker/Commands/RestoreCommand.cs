using System.CommandLine;
using System.Globalization;
using OpinionWatch.Storage;
using OpinionWatch.Storage.Backup;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>restore</c>: a backup into an empty data folder.</summary>
internal static class RestoreCommand
{
    public static Command Create(SharedOptions options)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "备份文件" };
        var command = new Command("restore", "把备份恢复到空的数据文件夹：先完整核对，无误后才放入；配置文件夹不存在或为空时一并恢复") { file };
        command.SetAction((parsed, cancellationToken) => RestoreAsync(options.Read(parsed), parsed.GetValue(file)!.FullName, cancellationToken));
        return command;
    }

    private static async Task<int> RestoreAsync(Folders folders, string backup, CancellationToken cancellationToken)
    {
        if (!File.Exists(backup))
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: 没有文件 {backup}。");
            return ExitCode.WrongUse;
        }

        if ((folders.Data ?? Configured.Find(folders)?.DataFolder) is not { } data)
        {
            await Terminal.Error.WriteLineAsync("opinionwatch: 配置不存在或有错误，无法得知数据文件夹；请用 --data DIR 指明。");
            return ExitCode.WrongUse;
        }

        if (File.Exists(data) || StoreRestore.ListOccupants(data) is [_, ..])
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: 数据文件夹 {data} 不是空的{(File.Exists(data) ? "" : $"（有 {StoreRestore.ListOccupants(data)[0]} 等）")}；restore 从不覆盖，请指定空文件夹。");
            return ExitCode.WrongUse;
        }

        var takesConfiguration = !Directory.Exists(folders.Config) || !Directory.EnumerateFileSystemEntries(folders.Config).Any();
        var manifest = await StoreRestore.RestoreAsync(backup, data, takesConfiguration ? (name, bytes) => Write(folders.Config, name, bytes) : null, cancellationToken);
        foreach (var warning in manifest.Warnings)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: 备份时已有的问题：{warning}");
        }

        await Terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"恢复完成{(manifest.Warnings.Count == 0 ? "并已核验" : "，除上述备份时已有的问题外均已核验")}：{data}；审计链 {manifest.Records} 条，共 {manifest.Files.Count} 个文件，备份于 {manifest.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC。"));
        await Terminal.Out.WriteLineAsync(takesConfiguration
            ? $"配置已恢复到 {folders.Config}；密码、令牌等不在备份中，请重新设置后运行 check。"
            : $"配置文件夹 {folders.Config} 已有内容，没有改动；备份中的配置可用 tar 取出（config/）。");
        return ExitCode.Done;
    }

    /// <summary>Names were judged when the backup was read.</summary>
    private static void Write(string folder, string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        Owner.HandOver(Path.Combine(folder, name.Split('/')[0]), folder);
    }
}
