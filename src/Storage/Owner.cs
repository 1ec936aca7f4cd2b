namespace OpinionWatch.Storage;

/// <summary>Gives what root makes in the service's folder to the service: a file that only root can read or remove stands in its way.</summary>
/// <remarks>Only root may give something away, and only Linux knows it like this: elsewhere, and for everybody else, nothing is done.</remarks>
public static class Owner
{
    /// <summary>Gives a file, or a folder with all in it, to whom the data belong. Links are given, never followed; what the system refuses to give (some network disks do) stays root's.</summary>
    /// <param name="path">What was made.</param>
    /// <param name="folder">Whose it becomes: the data folder, as a rule (<see cref="FileOwner.OwnerOf"/>).</param>
    public static void HandOver(string path, string folder)
    {
        if (FileOwner.FindSelf() == FileOwner.Root && FileOwner.OwnerOf(folder) is { } owner && owner != (FileOwner.Root, FileOwner.Root))
        {
            Give(path, owner);
        }
    }

    /// <summary>What is inside comes first: once the folder is another's, its names can lead anywhere.</summary>
    private static void Give(string path, (uint User, uint Group) owner)
    {
        if (new DirectoryInfo(path) is { Exists: true, LinkTarget: null } folder)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos().ToList())
            {
                Give(entry.FullName, owner);
            }
        }

        FileOwner.TryGive(path, owner);
    }
}
