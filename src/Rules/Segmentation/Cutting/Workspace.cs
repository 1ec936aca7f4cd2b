namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>The buffers of one walk through one text.</summary>
internal sealed class Workspace
{
    /// <summary>Characters weighed in one go. Longer stretches without a break are weighed in pieces, from the end, so that only <see cref="Lengths"/> grows with them.</summary>
    public const int Window = 1024;

    /// <summary>What a piece needs to know of the one after it: as many characters as the longest word has, and one.</summary>
    public const int Overlap = UserWord.MaxLength + 1;

    private const int MostKept = 1 << 16;

    /// <summary>Dictionary codes of the window and its overlap.</summary>
    public ushort[] Codes { get; } = new ushort[Window + Overlap];

    /// <summary>Weight of the best way from a character to the end of its block.</summary>
    public double[] Routes { get; } = new double[Window + Overlap];

    /// <summary>At each character, the length of the word beginning there; below zero outside the blocks.</summary>
    public int[] Lengths { get; private set; } = new int[Window];

    /// <summary>Back-pointers of the character model.</summary>
    public byte[] Back { get; private set; } = new byte[Window];

    /// <summary>True when the buffers are small enough to keep for the next text.</summary>
    public bool WorthKeeping => Lengths.Length <= MostKept && Back.Length <= MostKept;

    /// <summary>Makes room for a stretch of so many characters.</summary>
    public void EnsureLengths(int count)
    {
        if (Lengths.Length < count)
        {
            Lengths = GC.AllocateUninitializedArray<int>(count);
        }
    }

    /// <summary>Makes room for a run of so many characters.</summary>
    public void EnsureBack(int count)
    {
        if (Back.Length < count)
        {
            Back = GC.AllocateUninitializedArray<byte>(count);
        }
    }
}
