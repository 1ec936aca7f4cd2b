using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Backup;

/// <summary>Reads a backup from its first byte to its last and believes none of it until it is proven.</summary>
internal sealed class BackupReading : IDisposable
{
    private const int ManifestLimit = 32 * 1024 * 1024;
    private const int FileLimit = 200_000;
    private readonly FileStream _file;
    private readonly GZipStream _unpacked;
    private readonly ArchiveReader _archive;
    private readonly byte[] _buffer = new byte[1 << 17];
    private string _at = BackupNames.Manifest;

    private BackupReading(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        _unpacked = new GZipStream(_file, CompressionMode.Decompress);
        _archive = new ArchiveReader(_unpacked);
    }

    /// <summary>What it says it holds; proven only by <see cref="ReadFiles"/>.</summary>
    public BackupManifest Manifest { get; private set; } = null!;

    /// <summary>Opens a backup and reads its list.</summary>
    /// <exception cref="BackupFaultException">It is no backup, or damaged: the message says where.</exception>
    public static BackupReading Open(string path)
    {
        var reading = new BackupReading(path);
        try
        {
            reading.Manifest = reading.Guarded(reading.ReadManifest);
            return reading;
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    /// <summary>Reads a backup just written and compares it with what should be in it.</summary>
    public static void Check(string path, BackupManifest wanted, CancellationToken cancellationToken)
    {
        using var reading = Open(path);
        if (JsonSerializer.Serialize(reading.Manifest, ContractJson.Options) != JsonSerializer.Serialize(wanted, ContractJson.Options))
        {
            throw new BackupFaultException("写好的备份读回来与原来的不一致：磁盘不可靠，备份已放弃。");
        }

        reading.ReadFiles(_ => Stream.Null, cancellationToken);
    }

    /// <summary>Reads all files, each into what <paramref name="open"/> gives; a stream is closed only when its file was right.</summary>
    /// <exception cref="BackupFaultException">Something is not what the list says.</exception>
    public void ReadFiles(Func<BackupFile, Stream> open, CancellationToken cancellationToken) => Guarded(() =>
    {
        foreach (var file in Manifest.Files)
        {
            _at = file.Name;
            using var target = open(file);
            Read(file, target, cancellationToken);
        }

        _at = "";
        if (_archive.Next() is { } further)
        {
            throw new BackupFaultException($"there is an entry {ArchiveReader.Shown(further.Name)} the list does not name");
        }

        _archive.EnsureEnd();
        return true;
    });

    /// <inheritdoc />
    public void Dispose()
    {
        _unpacked.Dispose();
        _file.Dispose();
    }

    private void Read(BackupFile file, Stream target, CancellationToken cancellationToken)
    {
        var (name, size) = _archive.Next() ?? throw new BackupFaultException("the archive ends before it");
        if (name != file.Name || size != file.Size)
        {
            throw new BackupFaultException($"{ArchiveReader.Shown(name)} with {size} bytes stands where {file.Size} bytes of it are expected");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int got; (got = _archive.Read(_buffer)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(_buffer, 0, got);
            target.Write(_buffer, 0, got);
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new BackupFaultException("its content was changed");
        }

        target.Flush();
    }

    private BackupManifest ReadManifest()
    {
        var list = ReadSmall(BackupNames.Manifest, ManifestLimit);
        var hash = Encoding.ASCII.GetString(ReadSmall(BackupNames.ManifestHash, 64));
        if (hash != Convert.ToHexStringLower(SHA256.HashData(list)))
        {
            throw new BackupFaultException("the list of files was changed");
        }

        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(list, ContractJson.Options);
        }
        catch (JsonException e)
        {
            throw new BackupFaultException($"the list of files cannot be read: {e.Message}", e);
        }

        return ManifestCheck.FindFault(manifest, FileLimit) is { } fault ? throw new BackupFaultException(fault) : manifest!;
    }

    private byte[] ReadSmall(string name, int limit)
    {
        var (found, size) = _archive.Next() ?? throw new BackupFaultException("the archive is empty");
        if (found != name || size > limit)
        {
            throw new BackupFaultException($"{name} is expected first and not larger than {limit} bytes, {ArchiveReader.Shown(found)} with {size} bytes stands there: this is no backup of OpinionWatch");
        }

        using var bytes = new MemoryStream();
        for (int got; (got = _archive.Read(_buffer)) > 0;)
        {
            bytes.Write(_buffer, 0, got);
        }

        return bytes.ToArray();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (BackupFaultException e) when (e.InnerException is not BackupFaultException)
        {
            throw new BackupFaultException(Place(e.Message), e);
        }
        catch (InvalidDataException e)
        {
            throw new BackupFaultException(Place($"the packed bytes are damaged ({e.Message})"), e);
        }
    }

    private string Place(string fault) => $"{_file.Name}：第 {_file.Position} 字节之前{(_at.Length == 0 ? "，末尾" : $"，条目 {ArchiveReader.Shown(_at)}")}：{fault}";
}
