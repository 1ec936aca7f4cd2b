using LiteDB;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace OpinionWatch.Storage.LiteDb;

/// <summary>A record inside a row: JSON with a CRC-32C, because LiteDB has no check sums and hands out changed bytes as if they were right.</summary>
internal static class Payload
{
    private const string Bytes = "p";
    private const string Crc = "h";

    /// <summary>Gives a row that holds the value.</summary>
    public static BsonDocument Row<T>(T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.Options);
        return new BsonDocument { [Bytes] = bytes, [Crc] = (long)RecordFormat.CrcOf(bytes) };
    }

    /// <summary>Says whether a row's check sum fits; a row without a payload has none to fit.</summary>
    public static bool IsWhole(BsonDocument row) =>
        !row.TryGetValue(Bytes, out var payload)
        || (payload.IsBinary && row.TryGetValue(Crc, out var crc) && crc.IsInt64 && crc.AsInt64 == RecordFormat.CrcOf(payload.AsBinary));

    /// <summary>Gives the value a row holds.</summary>
    /// <exception cref="InvalidDataException">The row is damaged.</exception>
    public static T Read<T>(BsonDocument row)
    {
        if (!row.TryGetValue(Bytes, out var payload) || !IsWhole(row))
        {
            throw new InvalidDataException($"The row of a {typeof(T).Name} is damaged: its check sum does not fit.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(payload.AsBinary, ContractJson.Options)
                ?? throw new InvalidDataException($"The row of a {typeof(T).Name} is empty.");
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InvalidDataException($"The row of a {typeof(T).Name} cannot be read.", e);
        }
    }
}
