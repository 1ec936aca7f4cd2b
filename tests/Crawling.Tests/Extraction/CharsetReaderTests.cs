using System.Text;
using OpinionWatch.Crawling.Extraction.Charsets;

namespace OpinionWatch.Crawling.Tests.Extraction;

public sealed class CharsetReaderTests
{
    private const string Text = "<html><head><title>益阳市赫山区某村非法采砂</title></head><body>群众反映，河道被挖得千疮百孔，没有人管。</body></html>";

    [TestCase("utf-8", "text/html; charset=utf-8", "utf-8")]
    [TestCase("utf-8", "text/html; charset=gbk", "utf-8")]
    [TestCase("utf-8", null, "utf-8")]
    [TestCase("gb18030", "text/html; charset=gb2312", "gb18030")]
    [TestCase("gb18030", "text/html; charset=utf-8", "gb18030")]
    [TestCase("gb18030", "text/html; charset=ISO-8859-1", "gb18030")]
    [TestCase("gb18030", null, "gb18030")]
    [TestCase("big5", "text/html; charset=big5", "big5")]
    [TestCase("utf-16", null, "utf-16le")]
    [TestCase("utf-16BE", "text/html; charset=utf-16be", "utf-16be")]
    public void The_bytes_decide_when_the_header_is_wrong(string written, string? header, string read)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(written) ?? Encoding.GetEncoding(written);
        var text = written == "big5" ? "<title>臺灣的新聞標題與內容</title>" : Text;

        var decoded = CharsetReader.Decode(encoding.GetBytes(text), header);

        Assert.That(decoded.Charset, Is.EqualTo(read));
        Assert.That(decoded.Text, Is.EqualTo(text));
    }

    [Test]
    public void A_meta_element_is_believed_when_the_bytes_agree()
    {
        var html = "<meta http-equiv=Content-Type content='text/html; charset=gbk'>㐀镕堃镕";

        var decoded = CharsetReader.Decode(Sample.Gb.GetBytes(html + Text), null);

        Assert.That(decoded.Charset, Is.EqualTo("gb18030"));
        Assert.That(decoded.Text, Does.Contain("镕堃"));
    }

    [Test]
    public void A_mark_at_the_beginning_wins_and_is_left_out()
    {
        var decoded = CharsetReader.Decode([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)], "text/html; charset=gbk");

        Assert.That(decoded, Is.EqualTo(new DecodedText(Text, "utf-16le")));
    }

    [Test]
    public void One_broken_character_does_not_turn_a_page_into_another_charset()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 10))), 0xE4, 0xB8, (byte)'<', .. Encoding.UTF8.GetBytes(Text)];

        Assert.That(CharsetReader.Decode(body, null).Charset, Is.EqualTo("utf-8"));
    }
}
