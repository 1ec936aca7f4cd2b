using System.Text;

namespace OpinionWatch.Rules.Matching.Characters;

/// <summary>What is known of single characters: simplified forms, readings, parts and shapes, as the shipped file holds it. Built by <c>tools/CharacterBuilder</c>.</summary>
public sealed class CharacterImage
{
    private const uint Magic = 0x4843574F; // "OWCH"
    private const uint Version = 1;
    private const int MaxLength = 1 << 22;

    /// <summary>Pairs of a character and what it is folded to: traditional to simplified, radicals and compatibility forms to the common character. Never a chain.</summary>
    public required string Folds { get; init; }

    /// <summary>The syllables of Mandarin without tones, sorted, ü written v.</summary>
    public required IReadOnlyList<string> Syllables { get; init; }

    /// <summary>For each character: itself, the count of its readings, and the index of each in <see cref="Syllables"/>, the usual one first.</summary>
    public required string Readings { get; init; }

    /// <summary>For each way to take a character apart: the count of the parts, the parts in writing order with radicals in one spelling, the whole.</summary>
    public required string Splits { get; init; }

    /// <summary>Pairs of a spelling of a radical and the one spelling used in <see cref="Splits"/>.</summary>
    public required string Radicals { get; init; }

    /// <summary>Groups of characters of which any two look alike, each closed by a NUL; a character may be in several.</summary>
    public required string Shapes { get; init; }

    /// <summary>Writes the image. The same image gives the same bytes.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        foreach (var part in (string[])[Folds, string.Join(' ', Syllables), Readings, Splits, Radicals, Shapes])
        {
            writer.Write(part.Length);
            foreach (var unit in part)
            {
                writer.Write((ushort)unit);
            }
        }
    }

    /// <summary>Reads an image.</summary>
    /// <exception cref="InvalidDataException">It is no image of this version.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static CharacterImage ReadFrom(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadUInt32() != Version)
        {
            throw new InvalidDataException("This is no character data of this version.");
        }

        return new CharacterImage
        {
            Folds = ReadString(reader),
            Syllables = ReadString(reader).Split(' '),
            Readings = ReadString(reader),
            Splits = ReadString(reader),
            Radicals = ReadString(reader),
            Shapes = ReadString(reader),
        };
    }

    /// <summary>Reads the image that comes with the program.</summary>
    public static CharacterImage Load()
    {
        using var stream = typeof(CharacterImage).Assembly.GetManifestResourceStream("characters.blob")
            ?? throw new InvalidOperationException("The character data is missing from the program.");
        return ReadFrom(stream);
    }

    private static string ReadString(BinaryReader reader)
    {
        var length = reader.ReadInt32();
        if (length is < 0 or > MaxLength)
        {
            throw new InvalidDataException("The character data is damaged.");
        }

        var bytes = reader.ReadBytes(length * sizeof(char));
        return bytes.Length == length * sizeof(char) ? Encoding.Unicode.GetString(bytes) : throw new EndOfStreamException("The character data is cut off.");
    }
}
