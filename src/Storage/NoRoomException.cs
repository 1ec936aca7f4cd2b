namespace OpinionWatch.Storage;

/// <summary>There is too little room on the volume to write a database; says nothing against the database.</summary>
internal sealed class NoRoomException(string message) : IOException(message);
