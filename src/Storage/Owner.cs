using System.Runtime.InteropServices;
using System.Text;

namespace OpinionWatch.Storage;

/// <summary>Gives what root makes in the service's folder to the service: a file that only root can read or remove stands in its way.</summary>
/// <remarks>.NET has no call for it. Only root may give something away, and only Linux knows it like this: elsewhere, and for everybody else, nothing is done.</remarks>
public static class Owner
{
    private const int Here = -100;
    private const uint UserAndGroup = 0x18;
    private const int UserAt = 20;
    private const int GroupAt = 24;
    private const int StatusBytes = 256;

    /// <summary>Gives a file, or a folder with all in it, to whom another folder belongs. Links are given, never followed; what cannot be given stays root's.</summary>
    /// <param name="path">What was made.</param>
    /// <param name="folder">Whose owner and group it gets: the data folder, as a rule.</param>
    public static void HandOver(string path, string folder)
    {
        try
        {
            if (OperatingSystem.IsLinux() && GetUser() == 0 && Find(folder) is var (user, group) && (user, group) != (0, 0))
            {
                Give(path, user, group);
            }
        }
        catch (EntryPointNotFoundException)
        {
            // An older C library: the README says how to run the commands as the service's user.
        }
    }

    /// <summary>What is inside comes first: once the folder is another's, its names can lead anywhere.</summary>
    private static void Give(string path, uint user, uint group)
    {
        if (new DirectoryInfo(path) is { Exists: true, LinkTarget: null } folder)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().ToList())
            {
                Give(entry.FullName, user, group);
            }
        }

        _ = Change(Bytes(path), user, group);
    }

    private static (uint User, uint Group)? Find(string path)
    {
        var status = new byte[StatusBytes];
        return Look(Here, Bytes(path), 0, UserAndGroup, status) == 0 ? (BitConverter.ToUInt32(status, UserAt), BitConverter.ToUInt32(status, GroupAt)) : null;
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetUser();

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Look(int folder, byte[] path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "lchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Change(byte[] path, uint user, uint group);
}
