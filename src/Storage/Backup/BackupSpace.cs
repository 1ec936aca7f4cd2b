namespace OpinionWatch.Storage.Backup;

/// <summary>Room on the volume a backup is written to. It may be the data folder's own: a backup must not be what stops the service.</summary>
internal sealed class BackupSpace(string folder)
{
    /// <summary>Bytes that stay free.</summary>
    public const long Reserve = 64L * 1024 * 1024;

    private const int Pieces = 256;
    private int _pieces;

    /// <summary>Refuses what cannot fit.</summary>
    /// <exception cref="BackupFaultException">There is too little room.</exception>
    public void Require(long bytes)
    {
        if (DiskRoom.FindFreeBytes(folder) is { } free && free < bytes + Reserve)
        {
            throw new BackupFaultException($"磁盘空间不足：{folder} 所在的磁盘只剩 {free / 1024 / 1024} MB，大约需要 {(bytes + Reserve) / 1024 / 1024} MB（其中留给系统 {Reserve / 1024 / 1024} MB）。请腾出空间，或写到另一块磁盘。");
        }
    }

    /// <summary>Looks again now and then while writing.</summary>
    /// <exception cref="BackupFaultException">The room ran out.</exception>
    public void Breathe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_pieces % Pieces == 0)
        {
            Require(0);
        }
    }
}
