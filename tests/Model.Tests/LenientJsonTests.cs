using System.Text;
using System.Text.Json;

namespace OpinionWatch.Model.Tests;

public sealed class LenientJsonTests
{
    [TestCase("""{"id":"a","text":"\ud800 益阳强拆"}""", "\ufffd 益阳强拆")]
    [TestCase("""{"id":"a","text":"强拆\uDE00"}""", "强拆\ufffd")]
    [TestCase("""{"id":"a","text":"强拆\ud83d\ude00"}""", "强拆😀")]
    [TestCase("""{"id":"a","text":"C:\\ud800"}""", "C:\\ud800")]
    public void Half_an_emoji_becomes_one_replacement_character_and_the_rest_stays(string json, string text)
    {
        Assert.That(LenientJson.Deserialize<Document>(Encoding.UTF8.GetBytes(json))!.Text, Is.EqualTo(text));
    }

    [Test]
    public void A_broken_byte_becomes_a_replacement_character()
    {
        byte[] json = [.. "{\"id\":\"a\",\"text\":\"强拆"u8, 0xFF, .. "\"}"u8];

        Assert.That(LenientJson.Deserialize<Document>(json)!.Text, Is.EqualTo("强拆\ufffd"));
    }

    [TestCase("""{"id":"a","text":"x","tier":"zz"}""", "tier must be one of central, provincial, municipal, county, portal, forum, social, selfMedia, official.")]
    [TestCase("""{"id":"a","text":"x","publishedAt":"yesterday"}""", "publishedAt must be an instant such as 2026-11-24T08:00:00+08:00.")]
    [TestCase("""{"id":"a","text":5}""", "text must be a string.")]
    [TestCase("""{"id":"a"}""", "required fields are missing")]
    [TestCase("{", "it is no JSON object of the form asked for")]
    public void An_error_says_what_is_allowed_and_names_no_type_of_ours(string json, string message)
    {
        var exception = Assert.Throws<JsonException>(() => LenientJson.Deserialize<Document>(Encoding.UTF8.GetBytes(json)));

        Assert.That(exception!.Message, Does.StartWith(message).And.Not.Contain("OpinionWatch").And.Not.Contain("System."));
    }
}
