using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Reads one line of JSON as a document, with a message a person can act on.</summary>
internal static class DocumentLine
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a document.</summary>
    /// <returns>Null for a blank line (no fault) and for a line that is no document (with fault).</returns>
    public static Document? Read(ReadOnlySpan<byte> line, out string? fault)
    {
        fault = null;
        var json = line.StartsWith(ByteOrderMark) ? line[3..] : line;
        if (json.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        try
        {
            var document = LenientJson.Deserialize<Document>(json);
            fault = document switch
            {
                null => "null is no document; id and text are required",
                { Id: null } => "id must be a string",
                { Text: null } => "text must be a string; an empty one is allowed",
                _ => null,
            };
            return fault is null ? document : null;
        }
        catch (JsonException exception)
        {
            fault = $"not a document: {exception.Message}";
            return null;
        }
    }
}
