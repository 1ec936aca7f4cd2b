using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether the data folder is there, can be written, has room, and keeps its secrets to itself.</summary>
internal sealed class DataFolderExamination(string folder) : IExamination
{
    private const long LittleRoom = 2L * 1024 * 1024 * 1024;
    private const long Megabyte = 1024 * 1024;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly string[] Secrets = ["accounts.json", Path.Combine("keys", "acknowledge.key")];

    public string Name => "数据文件夹";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Diagnosis>>([.. Look()]);

    private IEnumerable<Diagnosis> Look()
    {
        if (!Directory.Exists(folder))
        {
            yield return new Diagnosis(DiagnosisMark.Note, $"{folder} 还不存在，首次启动时自动建立");
            yield break;
        }

        yield return FindWriteFault() is { } fault
            ? new Diagnosis(DiagnosisMark.Fault, $"{folder} 写不进去：{fault}", "核对文件夹的所有者和权限；以服务所用的账户运行本命令（sudo -u opinionwatch …）。")
            : new Diagnosis(DiagnosisMark.Good, $"{folder} 可以写入");
        yield return Room();
        foreach (var secret in Secrets.Select(name => Path.Combine(folder, name)).Where(IsOpen))
        {
            yield return new Diagnosis(DiagnosisMark.Warning, $"{secret} 其他账户也能读写", $"chmod 600 {secret}");
        }
    }

    private static bool IsOpen(string path) => !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None;

    private Diagnosis Room() => DiskRoom.FindFreeBytes(folder) switch
    {
        null => new Diagnosis(DiagnosisMark.Note, "系统没有说明剩余空间"),
        { } free when free < LittleRoom => new Diagnosis(DiagnosisMark.Warning, $"磁盘只剩 {free / Megabyte} MB", "清理磁盘或换到更大的卷；空间耗尽时服务会停止采集，但不会丢失已收到的内容。"),
        { } free => new Diagnosis(DiagnosisMark.Good, $"磁盘剩余 {free / Megabyte / 1024} GB"),
    };

    private string? FindWriteFault()
    {
        try
        {
            using var file = new FileStream(Path.Combine(folder, $".doctor-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.WriteByte(1);
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }
}
