using System.Buffers;
using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Writes lines of JSON, many in one go; what is gathered is written before more input is waited for, so that who feeds line by line is answered line by line.</summary>
internal sealed class LineWriter : IAsyncDisposable
{
    private const int Enough = 64 * 1024;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _gathered = new(2 * Enough);

    /// <summary>Takes the stream over.</summary>
    public LineWriter(Stream output)
    {
        _output = output;
        Json = new Utf8JsonWriter(_gathered, new JsonWriterOptions { Encoder = ContractJson.Options.Encoder, SkipValidation = true });
    }

    /// <summary>Takes the values of the line at hand.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Reads the next line; null at the end.</summary>
    public async ValueTask<byte[]?> ReadNextAsync(LineReader lines, CancellationToken cancellationToken)
    {
        var reading = lines.ReadAsync(cancellationToken).AsTask();
        if (!reading.IsCompleted)
        {
            await FlushAsync(cancellationToken);
        }

        return await reading;
    }

    /// <summary>Ends the line at hand.</summary>
    public ValueTask EndLineAsync(CancellationToken cancellationToken)
    {
        Gather();
        return _gathered.WrittenCount >= Enough ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }

    /// <summary>Writes what is gathered.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (_gathered.WrittenCount > 0)
        {
            await _output.WriteAsync(_gathered.WrittenMemory, cancellationToken);
            _gathered.ResetWrittenCount();
            await _output.FlushAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None);
        await Json.DisposeAsync();
        await _output.DisposeAsync();
    }

    /// <summary>Into memory only.</summary>
    private void Gather()
    {
        Json.Flush();
        Json.Reset();
        _gathered.Write("\n"u8);
    }
}
