using OpinionWatch.DictionaryBuilder;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

[Category("NeedsJieba")]
public sealed class DictionaryBuilderTests
{
    [Test]
    public void The_shipped_dictionary_is_byte_for_byte_what_the_builder_makes_of_jieba_s_files()
    {
        JiebaOracle.Require();
        using var shipped = new MemoryStream();
        using (var resource = typeof(Segmenter).Assembly.GetManifestResourceStream("jieba.blob")!)
        {
            resource.CopyTo(shipped);
        }

        using var built = new MemoryStream();
        ImageBuilder.Build(JiebaOracle.Package).WriteTo(built);

        Assert.That(built.ToArray().AsSpan().SequenceEqual(shipped.ToArray()), Is.True, "Build it anew: dotnet run --project tools/DictionaryBuilder -- " + JiebaOracle.Package + " src/Rules/Segmentation/Data/jieba.blob");
    }
}
