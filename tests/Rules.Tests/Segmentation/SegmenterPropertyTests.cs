using OpinionWatch.Rules.Segmentation;

#pragma warning disable NUnit1027 // FsCheck gives the arguments.

namespace OpinionWatch.Rules.Tests.Segmentation;

public sealed class SegmenterPropertyTests
{
    private readonly Segmenter _segmenter = Segmenter.Load();

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Precise_tokens_joined_are_the_text(string? text, bool hmm) => string.Concat(_segmenter.Cut(text ?? "", SegmentMode.Precise, hmm)) == (text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public bool Any_sixteen_bit_units_are_cut_without_loss(ushort[] units, bool hmm)
    {
        var text = new string([.. units.Select(unit => (char)unit)]);

        return string.Concat(_segmenter.Cut(text, SegmentMode.Precise, hmm)) == text;
    }
}
