namespace OpinionWatch.Storage;

/// <summary>A database cannot be written now, for want of room or because an earlier write does not end; says nothing against its content, and opening it anew would not help.</summary>
internal sealed class CannotWriteNowException(string message) : IOException(message);
