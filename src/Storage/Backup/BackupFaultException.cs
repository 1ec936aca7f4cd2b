namespace OpinionWatch.Storage.Backup;

/// <summary>A backup cannot be made, or is not whole: the message says what, and where.</summary>
public sealed class BackupFaultException : IOException
{
    /// <summary>Says what and where.</summary>
    public BackupFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Says what and where, and what the system said.</summary>
    public BackupFaultException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
