using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Commands;

/// <summary>Reads what people said of a document from its line of JSON.</summary>
internal static class LabelLine
{
    private const string Allowed = "{relevant: true|false, level: none|watch|general|major|critical, stance: complaint|exposure|inquiry|neutral|publicity}; level and stance may be absent";

    /// <summary>Reads the label.</summary>
    /// <returns>Null without fault when there is none, null with a fault when it cannot be read.</returns>
    public static DocumentLabel? Read(ReadOnlySpan<byte> line, out string? fault)
    {
        fault = null;
        try
        {
            return LenientJson.Deserialize<LabelledLine>(line.StartsWith("\uFEFF"u8) ? line[3..] : line)?.Label;
        }
        catch (JsonException exception)
        {
            fault = $"label cannot be read; it is {Allowed}: {exception.Message}";
            return null;
        }
    }

    /// <summary>What to say when a label is needed and there is none.</summary>
    public static string Missing => $"label is missing; it is {Allowed}";

    private sealed record LabelledLine(DocumentLabel? Label);
}
