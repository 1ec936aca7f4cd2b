using System.Runtime.InteropServices;
using System.Text;

namespace OpinionWatch.Rules.Segmentation.Dictionary;

/// <summary>
/// The dictionary and the character model as arrays, exactly as the cutting loops use them. Its file is these arrays one after the other,
/// little-endian, so that loading is copying.
/// </summary>
public sealed class DictionaryImage
{
    /// <summary>First and last character the character model can meet: jieba's <c>[\u4E00-\u9FD5]</c>.</summary>
    public const char FirstHan = '\u4E00';

    /// <summary>Last character of the same range.</summary>
    public const char LastHan = '\u9FD5';

    private const uint Magic = 0x4A42574F; // "OWBJ"
    private const uint Version = 1;
    private const int MaxLength = 1 << 24;

    /// <summary>Sum of the frequencies of all dictionary lines, a word that stands twice counted twice.</summary>
    public required long Total { get; init; }

    /// <summary>The different frequencies; entry 0 is frequency 0, the mark of a mere prefix.</summary>
    public required long[] Frequencies { get; init; }

    /// <summary>Natural logarithm of each frequency as glibc computes it; entry 0 holds negative infinity. The last bit decides ties, so the logarithms are shipped, not computed.</summary>
    public required double[] Logs { get; init; }

    /// <summary>Natural logarithm of <see cref="Total"/>, from the same source.</summary>
    public required double LogTotal { get; init; }

    /// <summary>The character of each code; code 0 stands for every character the dictionary lacks.</summary>
    public required ushort[] Characters { get; init; }

    /// <summary>The trie's first level, by code. See <see cref="TrieNode"/>.</summary>
    public required ulong[] First { get; init; }

    /// <summary>All deeper nodes: the child of a node for a code stands at the node's base plus the code.</summary>
    public required ulong[] Nodes { get; init; }

    /// <summary>Start weights of the states B, M, E, S.</summary>
    public required double[] Start { get; init; }

    /// <summary>Transition weights E→B, S→B, B→M, M→M, B→E, M→E, E→S, S→S.</summary>
    public required double[] Transitions { get; init; }

    /// <summary>Emission weights, four (B, M, E, S) for each character from <see cref="FirstHan"/> to <see cref="LastHan"/>.</summary>
    public required double[] Emissions { get; init; }

    /// <summary>Writes the image. The same image gives the same bytes.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(Total);
        writer.Write(LogTotal);
        Write(writer, Frequencies);
        Write(writer, Logs);
        Write(writer, Start);
        Write(writer, Transitions);
        Write(writer, Emissions);
        Write(writer, First);
        Write(writer, Nodes);
        Write(writer, Characters);
    }

    /// <summary>Reads an image written by <see cref="WriteTo"/>.</summary>
    /// <exception cref="InvalidDataException">The stream holds something else.</exception>
    /// <exception cref="EndOfStreamException">The stream is cut short.</exception>
    /// <exception cref="PlatformNotSupportedException">The machine is big-endian.</exception>
    public static DictionaryImage ReadFrom(Stream stream)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("The dictionary image is little-endian.");
        }

        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadUInt32() != Version)
        {
            throw new InvalidDataException("Not a dictionary image of this version.");
        }

        return new DictionaryImage
        {
            Total = reader.ReadInt64(),
            LogTotal = reader.ReadDouble(),
            Frequencies = Read<long>(reader),
            Logs = Read<double>(reader),
            Start = Read<double>(reader),
            Transitions = Read<double>(reader),
            Emissions = Read<double>(reader),
            First = Read<ulong>(reader),
            Nodes = Read<ulong>(reader),
            Characters = Read<ushort>(reader),
        };
    }

    private static void Write<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(values));
    }

    private static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var length = reader.ReadInt32();
        if (length is < 0 or > MaxLength)
        {
            throw new InvalidDataException("The dictionary image names an impossible length.");
        }

        var values = GC.AllocateUninitializedArray<T>(length);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
