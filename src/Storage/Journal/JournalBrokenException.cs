namespace OpinionWatch.Storage.Journal;

/// <summary>The journal is not what was written: its message names the file, the offset and what is wrong.</summary>
public sealed class JournalBrokenException : IOException
{
    /// <summary>Names the place and the fault.</summary>
    /// <param name="file">Name of the file.</param>
    /// <param name="offset">Where the broken record begins.</param>
    /// <param name="what">What is wrong with it.</param>
    public JournalBrokenException(string file, long offset, string what)
        : base($"{file} at byte {offset}: {what}")
    {
        File = file;
        Offset = offset;
        What = what;
    }

    /// <summary>Name of the file.</summary>
    public string File { get; }

    /// <summary>Where the broken record begins.</summary>
    public long Offset { get; }

    /// <summary>What is wrong with it.</summary>
    public string What { get; }
}
