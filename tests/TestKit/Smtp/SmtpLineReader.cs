namespace OpinionWatch.TestKit.Smtp;

/// <summary>Reads CRLF lines as bytes, with a buffer that can be thrown away at STARTTLS (RFC 3207 §6).</summary>
internal sealed class SmtpLineReader(Stream stream)
{
    private const int LongestLineBytes = 1_000_000;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>Reads one line without its CRLF; null at the end of the stream.</summary>
    public async Task<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        while (line.Length < LongestLineBytes)
        {
            var found = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            var upTo = found < 0 ? _end : found + 1;
            line.Write(_buffer, _start, upTo - _start);
            _start = upTo;
            if (found >= 0)
            {
                return WithoutEnd(line);
            }

            _start = 0;
            _end = await stream.ReadAsync(_buffer, cancellationToken);
            if (_end == 0)
            {
                return null;
            }
        }

        throw new InvalidDataException("The line is too long.");
    }

    private static byte[] WithoutEnd(MemoryStream line)
    {
        var bytes = line.ToArray();
        var length = bytes.Length - 1;
        return length > 0 && bytes[length - 1] == '\r' ? bytes[..(length - 1)] : bytes[..length];
    }
}
