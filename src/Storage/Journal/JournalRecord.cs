using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Journal;

/// <summary>A record that was read.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="After">Where the next one begins.</param>
/// <param name="Bytes">All of it, header included.</param>
internal sealed record JournalRecord(JournalPosition At, JournalPosition After, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>What it says, as JSON.</summary>
    public ReadOnlyMemory<byte> Payload => Bytes[RecordFormat.HeaderBytes..];

    /// <summary>Reads the payload.</summary>
    /// <exception cref="JournalBrokenException">It is no entry this version knows.</exception>
    public JournalEntry ToEntry()
    {
        try
        {
            return JsonSerializer.Deserialize<JournalEntry>(Payload.Span, ContractJson.Options)
                ?? throw new JournalBrokenException(JournalFolder.NameOf(At.Segment), At.Offset, "the payload is empty");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new JournalBrokenException(JournalFolder.NameOf(At.Segment), At.Offset, $"the payload is no entry this version knows: {e.Message}");
        }
    }
}
