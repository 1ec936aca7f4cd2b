namespace OpinionWatch.Storage;

/// <summary>Another process has the data folder open.</summary>
public sealed class StoreInUseException : IOException
{
    /// <summary>Names the folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cause">What the operating system said.</param>
    public StoreInUseException(string folder, Exception cause)
        : base($"The data folder {folder} is in use by another running OpinionWatch. Stop that one, or give this one a folder of its own (--data).", cause)
    {
    }
}
