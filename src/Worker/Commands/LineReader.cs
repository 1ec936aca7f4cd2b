using System.Buffers;
using System.IO.Pipelines;

namespace OpinionWatch.Worker.Commands;

/// <summary>Reads lines of bytes, ended by a line feed alone; memory grows with the longest line only.</summary>
internal sealed class LineReader(Stream stream) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
    private bool? _carriageReturns;

    /// <summary>Number of the line read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Reads the next line; null at the end.</summary>
    /// <remarks>Where the first line ends in CR LF the file is taken for one of that kind, and every line loses its CR; elsewhere a CR is text.</remarks>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return Counted(line);
            }

            if (result.IsCompleted)
            {
                var rest = buffer.ToArray();
                _reader.AdvanceTo(buffer.End);
                return rest.Length == 0 ? null : Counted(rest);
            }

            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();

    private byte[] Counted(byte[] line)
    {
        Line++;
        var ends = line.Length > 0 && line[^1] == (byte)'\r';
        _carriageReturns ??= ends;
        return ends && _carriageReturns == true ? line[..^1] : line;
    }
}
