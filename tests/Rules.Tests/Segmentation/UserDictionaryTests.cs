using System.Text;
using OpinionWatch.Rules.Segmentation;

namespace OpinionWatch.Rules.Tests.Segmentation;

public sealed class UserDictionaryTests
{
    [TestCase("违建办 5 n", "违建办", 5L, "n")]
    [TestCase("违建办 5", "违建办", 5L, null)]
    [TestCase("违建办 n", "违建办", null, "n")]
    [TestCase("违建办", "违建办", null, null)]
    [TestCase("  违建办 007 nr \r", "违建办", 7L, "nr")]
    [TestCase("\uFEFF违建办", "违建办", null, null)]
    [TestCase("a b c", "a b", null, "c")]
    [TestCase("5 n", "5", null, "n")]
    [TestCase("n 5", "n", 5L, null)]
    [TestCase("违建办 n 5", "违建办 n", 5L, null)]
    [TestCase("违建办 N", "违建办 N", null, null)]
    [TestCase("违建办  5", "违建办 ", 5L, null)]
    public void A_line_is_read_as_jieba_reads_it(string line, string word, long? frequency, string? tag)
    {
        var reading = UserDictionary.Parse(new StringReader(line));

        Assert.That((reading as UserDictionaryReading.Read)?.Words, Is.EqualTo(new[] { new UserWord(word, frequency, tag) }));
    }

    [Test]
    public void Empty_lines_are_skipped_and_order_is_kept()
    {
        var reading = UserDictionary.Parse(new StringReader("\n乙\n\n \t\n甲 3\n"));

        Assert.That((reading as UserDictionaryReading.Read)?.Words.Select(word => word.Word), Is.EqualTo(new[] { "乙", "甲" }));
    }

    [Test]
    public void A_frequency_too_high_names_the_line()
    {
        var reading = UserDictionary.Parse(new StringReader("甲\n\n乙 9999999999999999999999\n"));

        Assert.That((reading as UserDictionaryReading.Faulty)?.Line, Is.EqualTo(3));
    }

    [Test]
    public void A_word_too_long_and_a_line_without_end_name_the_line()
    {
        Assert.Multiple(() =>
        {
            Assert.That((UserDictionary.Parse(new StringReader("甲\n" + new string('长', 256))) as UserDictionaryReading.Faulty)?.Line, Is.EqualTo(2));
            Assert.That((UserDictionary.Parse(new StringReader("甲\n" + new string('长', 100_000))) as UserDictionaryReading.Faulty)?.Line, Is.EqualTo(2));
        });
    }

    [Test]
    public void Bytes_that_are_not_UTF_8_are_a_fault_when_the_reader_is_strict()
    {
        using var reader = new StreamReader(new MemoryStream([0xE4, 0xB8, 0x80, (byte)'\n', 0xFF, 0xFE]), new UTF8Encoding(false, throwOnInvalidBytes: true));

        Assert.That(UserDictionary.Parse(reader), Is.InstanceOf<UserDictionaryReading.Faulty>());
    }
}
