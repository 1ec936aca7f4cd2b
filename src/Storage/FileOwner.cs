using System.Runtime.InteropServices;
using System.Text;

namespace OpinionWatch.Storage;

/// <summary>Whose a file is, by the numbers Linux keeps.</summary>
/// <remarks>.NET has no call for it. Elsewhere nothing is known and nothing done: on Windows a file has the rights of its folder.</remarks>
internal static class FileOwner
{
    /// <summary>The user who may everything.</summary>
    public const uint Root = 0;

    // statx(2): one layout on every processor.
    private const int WorkingFolder = -100;
    private const int NotThroughLinks = 0x100;
    private const uint UserAndGroup = 0x18;
    private const int AnswerBytes = 256;
    private const int UserAt = 20;
    private const int GroupAt = 24;

    /// <summary>Gives the user this process acts as; null where that is not known.</summary>
    public static uint? FindSelf() => OperatingSystem.IsLinux() ? EffectiveUser() : null;

    /// <summary>Gives user and group of a file or folder, of a link its own; null where that is not known, and when there is none.</summary>
    public static (uint User, uint Group)? Find(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var answer = new byte[AnswerBytes];
        try
        {
            return Look(WorkingFolder, Bytes(path), NotThroughLinks, UserAndGroup, answer) == 0
                ? (BitConverter.ToUInt32(answer, UserAt), BitConverter.ToUInt32(answer, GroupAt))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than 2018.
            return null;
        }
    }

    /// <summary>Gives user and group of whom the data belong to; null where that is not known. The journal is the service's own; until there is one, the folder was made for it.</summary>
    public static (uint User, uint Group)? OwnerOf(string dataFolder) => Find(Path.Combine(dataFolder, "journal")) ?? Find(Path.GetFullPath(dataFolder) + Path.DirectorySeparatorChar);

    /// <summary>Gives a file away; of a link itself, never what it points to: in a folder of somebody else's it may point anywhere.</summary>
    /// <returns>False when the system refuses.</returns>
    public static bool TryGive(string path, (uint User, uint Group) owner) => Find(path) == owner || ChangeOwner(Bytes(path), owner.User, owner.Group) == 0;

    /// <summary>The same.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Give(string path, (uint User, uint Group) owner)
    {
        if (!TryGive(path, owner))
        {
            throw new IOException($"{path} cannot be given to the user {owner.User}, who has to read it.");
        }
    }

    private static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Look(int folder, byte[] path, int flags, uint wanted, byte[] answer);

    [DllImport("libc", EntryPoint = "lchown")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);
}
