using System.Text;

namespace OpinionWatch.Storage.Backup;

/// <summary>Reads a tar archive that may be anything: cut, changed, or made to harm. Takes no more memory than one block.</summary>
internal sealed class ArchiveReader(Stream source)
{
    private const int TailLimit = 1 << 20;
    private readonly byte[] _block = new byte[ArchiveHeader.BlockBytes];
    private long _left;
    private long _padding;

    /// <summary>Goes to the next entry.</summary>
    /// <returns>Null at the archive's end.</returns>
    /// <exception cref="BackupFaultException">It is no archive of plain files.</exception>
    public (string Name, long Size)? Next()
    {
        Skip();
        var (name, size, kind) = Header() ?? ("", 0, (byte)0);
        if (kind == 0)
        {
            return null;
        }

        if (kind == ArchiveHeader.LongName)
        {
            if (size > BackupNames.LimitBytes)
            {
                throw new BackupFaultException($"an entry's name has {size} bytes; {BackupNames.LimitBytes} are the most");
            }

            var text = new byte[size];
            Fill(text);
            Begin(size, taken: size);
            Skip();
            name = Encoding.UTF8.GetString(text);
            var next = Header() ?? throw new BackupFaultException("a name stands at the end, without its entry");
            (size, kind) = (next.Size, next.Kind);
        }

        if (kind != ArchiveHeader.Plain)
        {
            throw new BackupFaultException($"the entry {Shown(name)} is no plain file (kind '{(char)kind}'): links, folders and devices are not part of a backup");
        }

        Begin(size, taken: 0);
        return (name, size);
    }

    /// <summary>Reads on in the entry's content; 0 at its end.</summary>
    /// <exception cref="BackupFaultException">The archive was cut off.</exception>
    public int Read(byte[] buffer)
    {
        if (_left == 0)
        {
            return 0;
        }

        var got = source.Read(buffer, 0, (int)Math.Min(_left, buffer.Length));
        _left -= got;
        return got > 0 ? got : throw Cut();
    }

    /// <summary>Sees that the end, two blocks of zeros, is whole, and nothing but padding follows it.</summary>
    /// <exception cref="BackupFaultException">It is cut, or something does.</exception>
    public void EnsureEnd()
    {
        for (var read = 0; ;)
        {
            var got = source.Read(_block);
            read += got;
            if (got == 0)
            {
                // The first of the two blocks is how the end was found.
                if (read < ArchiveHeader.BlockBytes || read % ArchiveHeader.BlockBytes != 0)
                {
                    throw Cut();
                }

                return;
            }

            if (read > TailLimit || _block.AsSpan(0, got).IndexOfAnyExcept((byte)0) >= 0)
            {
                throw new BackupFaultException("there are bytes behind the archive's end");
            }
        }
    }

    /// <summary>Makes a hostile name printable.</summary>
    public static string Shown(string name) => new([.. name.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);

    private void Begin(long size, long taken)
    {
        _left = size - taken;
        _padding = (ArchiveHeader.BlockBytes - (size % ArchiveHeader.BlockBytes)) % ArchiveHeader.BlockBytes;
    }

    private (string Name, long Size, byte Kind)? Header()
    {
        Fill(_block);
        if (_block.AsSpan().IndexOfAnyExcept((byte)0) < 0)
        {
            return null;
        }

        return ArchiveHeader.Read(_block, out var fault) ?? throw new BackupFaultException(fault!);
    }

    private void Skip()
    {
        for (var rest = _left + _padding; rest > 0;)
        {
            var got = source.Read(_block, 0, (int)Math.Min(rest, _block.Length));
            rest -= got > 0 ? got : throw Cut();
        }

        (_left, _padding) = (0, 0);
    }

    private void Fill(Span<byte> target)
    {
        if (source.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
        {
            throw Cut();
        }
    }

    private static BackupFaultException Cut() => new("the file is cut off");
}
