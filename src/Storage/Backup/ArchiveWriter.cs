using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Storage.Backup;

/// <summary>Writes a tar archive.</summary>
internal sealed class ArchiveWriter(Stream target, DateTimeOffset at)
{
    private readonly byte[] _buffer = new byte[1 << 17];

    /// <summary>Adds a small file.</summary>
    public void Add(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        Add(new BackupFile(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), stream, () => { });
    }

    /// <summary>Adds a file; its content must be what was found when it was looked at.</summary>
    /// <param name="file">Name, size and hash.</param>
    /// <param name="content">Read for as many bytes as the size says.</param>
    /// <param name="breathe">Called between pieces; may throw.</param>
    /// <exception cref="BackupFaultException">The content is not what it was.</exception>
    public void Add(BackupFile file, Stream content, Action breathe)
    {
        if (ArchiveHeader.IsLong(file.Name))
        {
            var name = Encoding.UTF8.GetBytes(file.Name);
            target.Write(ArchiveHeader.Write("././@LongLink", name.Length, ArchiveHeader.LongName, at));
            target.Write(name);
            Pad(name.Length);
        }

        target.Write(ArchiveHeader.Write(file.Name, file.Size, ArchiveHeader.Plain, at));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var left = file.Size; left > 0;)
        {
            breathe();
            var got = content.Read(_buffer, 0, (int)Math.Min(left, _buffer.Length));
            if (got == 0)
            {
                throw new BackupFaultException($"{file.Name} became shorter while it was copied.");
            }

            hash.AppendData(_buffer, 0, got);
            target.Write(_buffer, 0, got);
            left -= got;
        }

        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
        {
            throw new BackupFaultException($"{file.Name} changed while it was copied.");
        }

        Pad(file.Size);
    }

    /// <summary>Writes the archive's end.</summary>
    public void Finish() => target.Write(new byte[2 * ArchiveHeader.BlockBytes]);

    private void Pad(long size) => target.Write(new byte[(ArchiveHeader.BlockBytes - (size % ArchiveHeader.BlockBytes)) % ArchiveHeader.BlockBytes]);
}
