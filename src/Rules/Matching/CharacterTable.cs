namespace OpinionWatch.Rules.Matching;

/// <summary>How each UTF-16 unit is folded: width, case, traditional to simplified; and what kind it is.</summary>
internal sealed class CharacterTable
{
    private const string Toned = "āáǎàĀÁǍÀēéěèêĒÉĚÈÊīíǐìĪÍǏÌōóǒòŌÓǑÒūúǔùŪÚǓÙüǖǘǚǜÜǕǗǙǛńňǹḿɡ";
    private const string Plain = "aaaaaaaaeeeeeeeeeeiiiiiiiioooooooouuuuuuuuvvvvvvvvvvnnnmg";

    private readonly char[] _folded = new char[char.MaxValue + 1];
    private readonly CharacterKind[] _kinds = new CharacterKind[char.MaxValue + 1];
    private readonly uint[] _entries = new uint[char.MaxValue + 1];

    /// <summary>Builds the table; it takes a few milliseconds and is kept by the engine.</summary>
    /// <param name="folds">Pairs of a traditional or variant character and what it is folded to.</param>
    public CharacterTable(string folds)
    {
        for (var i = 0; i <= char.MaxValue; i++)
        {
            _folded[i] = FoldWidthAndCase((char)i);
        }

        for (var i = 0; i < folds.Length; i += 2)
        {
            _folded[folds[i]] = folds[i + 1];
        }

        for (var i = 0; i < Toned.Length; i++)
        {
            _folded[Toned[i]] = Plain[i];
        }

        for (var i = 0; i <= char.MaxValue; i++)
        {
            _kinds[i] = KindOf((char)i, _folded[i]);
            _entries[i] = ((uint)_kinds[i] << 16) | _folded[i];
        }
    }

    /// <summary>Of each unit the folded character, and above it the kind; a unit that makes words has nothing above it.</summary>
    public ReadOnlySpan<uint> Entries => _entries;

    /// <summary>The folded character of each unit.</summary>
    public ReadOnlySpan<char> Folded => _folded;

    /// <summary>The kind of each unit (unfolded).</summary>
    public ReadOnlySpan<CharacterKind> Kinds => _kinds;

    /// <summary>The kind in an entry.</summary>
    public static CharacterKind KindIn(uint entry) => (CharacterKind)(entry >> 16);

    /// <summary>Folds a term or context as the text is folded, dropping what is dropped in text.</summary>
    public string FoldTerm(string term)
    {
        Span<char> buffer = term.Length <= 256 ? stackalloc char[256] : new char[term.Length];
        var length = 0;
        foreach (var c in term.AsSpan().Trim())
        {
            if (_kinds[c] != CharacterKind.Invisible)
            {
                buffer[length++] = _folded[c];
            }
        }

        return new string(buffer[..length]);
    }

    /// <summary>Whether fillers beside this character may be hiding a word: Han only, so that figures and Latin text stay as they are.</summary>
    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '〇';

    private static char FoldWidthAndCase(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => char.ToLowerInvariant((char)(c - 0xfee0)),
        '\u3000' or '\u00a0' => ' ',
        >= 'A' and <= 'Z' => (char)(c + 32),
        _ => c,
    };

    private static CharacterKind KindOf(char c, char folded) => c switch
    {
        '\u00ad' or '\u034f' or '\u061c' or '\u180e' or '\ufeff' => CharacterKind.Invisible,
        >= '\u200b' and <= '\u200f' or >= '\u202a' and <= '\u202e' or >= '\u2060' and <= '\u206f' or >= '\ufe00' and <= '\ufe0f' => CharacterKind.Invisible,
        >= '\u0300' and <= '\u036f' or >= '\u20d0' and <= '\u20ff' or >= '\ufe20' and <= '\ufe2f' => CharacterKind.Invisible,
        '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' or '。' or '…' => CharacterKind.SentenceEnd,
        >= '\ud800' and <= '\udfff' => CharacterKind.Filler,
        < ' ' or (>= '\u007f' and <= '\u00a0') => CharacterKind.Filler,
        _ => folded switch
        {
            '!' or '?' or ';' => CharacterKind.SentenceEnd,
            ',' or '、' or ':' or '—' => CharacterKind.ClauseEnd,
            '《' or '》' => CharacterKind.Word,
            < '0' or (> '9' and < 'a') or (> 'z' and < '\u00c0') => CharacterKind.Filler,
            >= '\u2000' and <= '\u2bff' => CharacterKind.Filler,
            >= '\u3001' and <= '\u303f' and not '〇' => CharacterKind.Filler,
            >= '\ufe30' and <= '\ufe6f' => CharacterKind.Filler,
            '·' or '丶' or '丨' => CharacterKind.Filler,
            _ => CharacterKind.Word,
        },
    };
}
