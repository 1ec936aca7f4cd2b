namespace OpinionWatch.Storage;

/// <summary>A database cannot be written now, for want of room or because an earlier write does not end; says nothing against its content, and opening it anew would not help.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="isFull">It is for want of room alone.</param>
internal sealed class CannotWriteNowException(string message, bool isFull = false) : IOException(message)
{
    /// <summary>It is for want of room alone.</summary>
    public bool IsFull { get; } = isFull;
}
