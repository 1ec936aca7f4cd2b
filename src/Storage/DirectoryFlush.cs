using System.Runtime.InteropServices;
using System.Text;

namespace OpinionWatch.Storage;

/// <summary>Puts a folder's list of files on disk, so that a file made just now is still there after a power cut.</summary>
/// <remarks>.NET has no call for it. Linux needs it; Windows (NTFS) journals its own metadata, and there nothing is done.</remarks>
internal static class DirectoryFlush
{
    /// <summary>Flushes the folder. A file system that cannot is left alone.</summary>
    public static void Of(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), 0);
        if (descriptor >= 0)
        {
            _ = Synchronize(descriptor);
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
