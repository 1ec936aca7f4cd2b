namespace OpinionWatch.Rules.Matching.Characters;

/// <summary>The syllables of pinyin in small letters, as a tree: all that begin at one place of a text are found in one walk.</summary>
internal sealed class Syllables
{
    /// <summary>Length of the longest.</summary>
    public const int Longest = 6;

    private const int Letters = 26;

    private readonly ushort[] _children;
    private readonly ushort[] _numbers;

    /// <summary>A tree of these; the first has number 1.</summary>
    public Syllables(IReadOnlyList<string> syllables)
    {
        var children = new List<ushort>(new ushort[Letters]);
        var numbers = new List<ushort> { 0 };
        for (var i = 0; i < syllables.Count; i++)
        {
            var node = 0;
            foreach (var letter in syllables[i])
            {
                var place = (node * Letters) + letter - 'a';
                if (children[place] == 0)
                {
                    children[place] = (ushort)numbers.Count;
                    children.AddRange(new ushort[Letters]);
                    numbers.Add(0);
                }

                node = children[place];
            }

            numbers[node] = (ushort)(i + 1);
        }

        (_children, _numbers) = ([.. children], [.. numbers]);
    }

    /// <summary>Writes the number of the syllable of each length that begins at an offset, from length 1 on; 0 where there is none.</summary>
    /// <returns>How many were written, at most <see cref="Longest"/>.</returns>
    public int At(ReadOnlySpan<char> text, int at, Span<ushort> numbers)
    {
        var (node, length) = (0, 0);
        while (length < Longest && at + length < text.Length)
        {
            var letter = text[at + length] - 'a';
            node = (uint)letter < Letters ? _children[(node * Letters) + letter] : 0;
            if (node == 0)
            {
                break;
            }

            numbers[length++] = _numbers[node];
        }

        return length;
    }
}
