namespace OpinionWatch.Storage;

/// <summary>Tells whether a process has a data folder open.</summary>
public static class FolderOwner
{
    /// <summary>Says whether one has. Takes nothing: a service that starts in this very moment is not kept out.</summary>
    public static bool IsPresent(string dataFolder)
    {
        try
        {
            using var file = new FileStream(Path.Combine(dataFolder, ".lock"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
