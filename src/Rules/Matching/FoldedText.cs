using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpinionWatch.Rules.Matching;

/// <summary>A document's title, line end and text, folded for matching, with the way back to the original offsets.</summary>
/// <remarks>Buffers are rented: dispose it. A match from <c>start</c> to <c>end</c> (exclusive) stands in the original from <c>Origin(start)</c> to <c>Origin(end - 1) + 1</c>.</remarks>
internal sealed class FoldedText : IDisposable
{
    private const int MostFillers = 6;

    private readonly string _title;
    private readonly string _text;
    private char[] _chars;
    private int[] _origins;

    /// <summary>Folds title, line end and text; an absent title is an empty one, so the line end stays at offset 0.</summary>
    public FoldedText(string? title, string text, CharacterTable table)
    {
        _title = title ?? "";
        _text = text;
        var capacity = _title.Length + 1 + text.Length;
        _chars = ArrayPool<char>.Shared.Rent(capacity);
        _origins = ArrayPool<int>.Shared.Rent(capacity);
        Append(_title, 0, table);
        TitleLength = Length;
        _origins[Length] = _title.Length;
        _chars[Length++] = '\n';
        Append(text, _title.Length + 1, table);
    }

    /// <summary>Count of folded characters.</summary>
    public int Length { get; private set; }

    /// <summary>Count of folded characters of the title; the line end stands there.</summary>
    public int TitleLength { get; }

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>Offset in the original of the folded character at <paramref name="index"/>.</summary>
    public int Origin(int index) => _origins[index];

    /// <summary>What stands in the original from <paramref name="start"/> on.</summary>
    public string Original(int start, int length)
    {
        if (start + length <= _title.Length)
        {
            return _title.Substring(start, length);
        }

        var offset = start - _title.Length - 1;
        return offset >= 0 ? _text.Substring(offset, length) : string.Concat(_title.AsSpan(start), "\n", _text.AsSpan(0, offset + length));
    }

    /// <summary>Whether just this word stands in the original there.</summary>
    public bool IsOriginal(int start, int length, string word)
    {
        var (part, at) = start < _title.Length ? (_title, start) : (_text, start - _title.Length - 1);
        return length == word.Length && at >= 0 && at + length <= part.Length && part.AsSpan(at, length).SequenceEqual(word);
    }

    /// <summary>Length of title, line end and text as given.</summary>
    public int OriginalLength => _title.Length + 1 + _text.Length;

    /// <summary>The original character at an offset.</summary>
    public char OriginalAt(int offset) => offset < _title.Length ? _title[offset] : offset == _title.Length ? '\n' : _text[offset - _title.Length - 1];

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        ArrayPool<int>.Shared.Return(_origins);
        _chars = [];
        _origins = [];
        Length = 0;
    }

    // Both buffers have room for the whole of both parts, and a char indexes 65,536 entries: no bounds checks on what every character passes through.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Append(string part, int offset, CharacterTable table)
    {
        ref var entries = ref MemoryMarshal.GetReference(table.Entries);
        ref var chars = ref MemoryMarshal.GetArrayDataReference(_chars);
        ref var origins = ref MemoryMarshal.GetArrayDataReference(_origins);
        var (length, first) = (Length, Length);
        for (var i = 0; i < part.Length; i++)
        {
            var entry = Unsafe.Add(ref entries, part[i]);
            if (entry > char.MaxValue)
            {
                var kind = CharacterTable.KindIn(entry);
                if (kind == CharacterKind.Invisible)
                {
                    continue;
                }

                if (kind == CharacterKind.Filler && length > first && CharacterTable.IsHan(Unsafe.Add(ref chars, length - 1)) && HidesWord(part, i, table, out var next))
                {
                    i = next - 1;
                    continue;
                }
            }

            Unsafe.Add(ref origins, length) = offset + i;
            Unsafe.Add(ref chars, length++) = (char)entry;
        }

        Length = length;
    }

    private static bool HidesWord(string part, int from, CharacterTable table, out int next)
    {
        var kinds = table.Kinds;
        next = from;
        while (next < part.Length && next - from <= MostFillers && kinds[part[next]] is CharacterKind.Filler or CharacterKind.Invisible)
        {
            next++;
        }

        return next < part.Length && next - from <= MostFillers && CharacterTable.IsHan(table.Folded[part[next]]);
    }
}
