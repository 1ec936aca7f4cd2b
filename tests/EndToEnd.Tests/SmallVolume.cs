using System.Diagnostics;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>A small tmpfs of its own, to be filled. Linux, as root.</summary>
internal sealed class SmallVolume : IAsyncDisposable
{
    private SmallVolume(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallVolume> MountAsync(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("opinionwatch-volume-").FullName;
        await CallAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder);
        return new SmallVolume(folder);
    }

    /// <summary>Leaves not one free block.</summary>
    public async Task FillAsync()
    {
        await using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1024 * 1024, 64 * 1024, 4096, 1 })
        {
            try
            {
                while (true)
                {
                    await filler.WriteAsync(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Full for pieces of this size; smaller ones may still fit.
            }
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public async ValueTask DisposeAsync()
    {
        await CallAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static async Task CallAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, $"{program} needs root on Linux");
    }
}
