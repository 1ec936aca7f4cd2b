using System.IO.Compression;

namespace OpinionWatch.Crawling.Fetching;

/// <summary>The content encoding <c>deflate</c>: zlib by RFC 9110 §8.4.1.2, raw deflate as many servers send it. The first byte decides.</summary>
internal sealed class DeflateBody(Stream inner) : Stream
{
    private Stream? _decoder;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_decoder is null)
        {
            var first = new byte[1];
            if (await inner.ReadAsync(first, cancellationToken) == 0)
            {
                return 0;
            }

            // zlib's first byte names method 8 with a window of at most 32 KiB; a raw block never begins so in practice.
            var whole = new PrefixedStream(first[0], inner);
            _decoder = (first[0] & 0x0f) == 8 && first[0] >> 4 <= 7
                ? new ZLibStream(whole, CompressionMode.Decompress)
                : new DeflateStream(whole, CompressionMode.Decompress);
        }

        return await _decoder.ReadAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _decoder?.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
