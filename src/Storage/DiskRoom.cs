namespace OpinionWatch.Storage;

/// <summary>Looks whether there is room before the database is written: LiteDB 5.0.20 that meets a full disk may wait for ever inside a checkpoint.</summary>
/// <remarks>The journal and the evidence need no such reserve: they stand a full disk, and outcomes of deliveries and acts of people find room in it.</remarks>
public static class DiskRoom
{
    /// <summary>Bytes that stay free of databases: more than one batch with its log takes.</summary>
    internal const long Reserve = 3 * 1024 * 1024;

    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] FullCodes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Says whether a write failed for want of room, on the volume or of what its owner may take.</summary>
    public static bool IsFull(Exception fault) => fault is CannotWriteNowException { IsFull: true } || (fault is IOException and not CannotWriteNowException && FullCodes.Contains(fault.HResult));

    /// <summary>Free bytes on the volume of a folder; null when the system does not say.</summary>
    public static long? FindFreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Refuses to go on when less than <paramref name="bytes"/> are free.</summary>
    /// <exception cref="CannotWriteNowException">There is too little room.</exception>
    internal static void Require(string folder, long bytes)
    {
        if (FindFreeBytes(folder) is { } free && free < bytes)
        {
            throw new CannotWriteNowException($"磁盘空间不足：只剩 {free / 1024} KB，写数据库至少需要 {bytes / 1024} KB。", isFull: true);
        }
    }
}
