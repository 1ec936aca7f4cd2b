using OpinionWatch.CharacterBuilder;
using OpinionWatch.Rules.Matching.Characters;

namespace OpinionWatch.Rules.Tests.Matching;

public sealed class CharacterImageTests
{
    private static readonly string[] Simplified = ["# comment", "強\t强", "徵\t征 徵", "𠀀\t丁"];
    private static readonly string[] Readings = ["U+5F3A\tkMandarin\tqiáng", "U+5F3A\tkTGHZ2013\t168.020:jiàng 298.090:qiáng", "U+62C6\tkTGHZ2013\t034.010:chāi", "U+8BC9\tkTGHZ2013\t345.010:sù", "U+5730\tkTGHZ2013\t001.010:dì"];
    private static readonly string[] Radicals = ["2F1F          ; 571F # KANGXI RADICAL EARTH"];
    private static readonly string[] Parts = ["`强:a(弓,虽)", "虽:d(口,虫)", "拆:a(扌,斥)", "诉:a(讠,斥)", "地:a(土,也)"];
    private static readonly string[] Unicode = ["32A4;CIRCLED IDEOGRAPH HIGH;So;0;L;<circle> 4E0A;;;;N;;;;;"];
    private static readonly string[] Variants = ["U+62C5\tkSemanticVariant\tU+62C6<kMatthews"];

    [Test]
    public void The_builder_reads_what_the_public_lists_hold()
    {
        var image = Built();

        Assert.Multiple(() =>
        {
            Assert.That(image.Folds, Does.Contain("強强").And.Contain("徵征").And.Contain("\u2f1f土").And.Contain("㊤上").And.Contain("担拆"));
            Assert.That(image.Syllables, Is.EqualTo(new[] { "chai", "di", "jiang", "qiang", "su" }));
            Assert.That(image.Readings, Does.Contain("强\u0002\u0003\u0002").And.Contain("拆\u0001\0"));
            Assert.That(image.Splits, Does.Contain("\u0002弓虽强").And.Contain("\u0003弓囗虫强").And.Contain("\u0002土也地"));
            Assert.That(image.Radicals, Does.Contain("手扌").And.Contain("言讠"));
            Assert.That(image.Shapes, Does.Contain("拆诉\0"));
        });
    }

    [Test]
    public void The_same_lists_give_the_same_bytes_and_these_the_same_image()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        Built().WriteTo(first);
        Built().WriteTo(second);

        first.Position = 0;
        var read = CharacterImage.ReadFrom(first);

        Assert.That(first.ToArray(), Is.EqualTo(second.ToArray()));
        Assert.That((read.Folds, read.Readings, read.Splits, read.Shapes), Is.EqualTo((Built().Folds, Built().Readings, Built().Splits, Built().Shapes)));
    }

    [Test]
    public void A_damaged_image_is_refused()
    {
        using var stream = new MemoryStream();
        Built().WriteTo(stream);
        var bytes = stream.ToArray();

        Assert.Throws<EndOfStreamException>(() => CharacterImage.ReadFrom(new MemoryStream(bytes[..^3])));
        bytes[0] ^= 1;
        Assert.Throws<InvalidDataException>(() => CharacterImage.ReadFrom(new MemoryStream(bytes)));
    }

    private static CharacterImage Built() => ImageBuilder.Build(Simplified, Readings, Radicals, Parts, Unicode, Variants);
}
