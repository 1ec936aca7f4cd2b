#pragma warning disable NUnit1027 // FsCheck gives the arguments.
using System.Buffers.Text;
using FsCheck;
using OpinionWatch.Alerts.Links;

namespace OpinionWatch.Alerts.Tests.Links;

public sealed class AcknowledgeTokensTests
{
    private static readonly AcknowledgeTokens Tokens = new([.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

    [TestCase("20261124-0001", "officer")]
    [TestCase("20261124-0001", "信息员")]
    [TestCase("", "")]
    public void A_token_says_again_what_it_was_made_from(string incident, string contact) =>
        Assert.That(Tokens.Read(Tokens.Issue(incident, contact, Some.Now)), Is.EqualTo(new AcknowledgeTicket(incident, contact, Some.Now.AddDays(7))));

    [Test]
    public void A_token_is_made_of_characters_that_stay_whole_in_a_mail()
    {
        var token = Tokens.Issue("20261124-0001", "officer", Some.Now);

        Assert.That(token, Does.Match("^[A-Za-z0-9_-]+$"));
        Assert.That(token, Has.Length.LessThan(70));
    }

    [Test]
    public void One_bit_changed_anywhere_opens_nothing()
    {
        var bytes = Base64Url.DecodeFromChars(Tokens.Issue("20261124-0001", "officer", Some.Now));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var altered = bytes.ToArray();
            altered[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.That(Tokens.Read(Base64Url.EncodeToString(altered)), Is.Null, $"bit {bit}");
        }
    }

    [Test]
    public void A_token_cut_off_anywhere_opens_nothing()
    {
        var token = Tokens.Issue("20261124-0001", "officer", Some.Now);

        Assert.That(Enumerable.Range(0, token.Length).Select(length => Tokens.Read(token[..length])), Has.All.Null);
    }

    [Test]
    public void A_token_of_another_key_opens_nothing() =>
        Assert.That(Tokens.Read(new AcknowledgeTokens(new byte[32]).Issue("20261124-0001", "officer", Some.Now)), Is.Null);

    [Test]
    public void The_border_between_incident_and_person_cannot_be_moved() =>
        Assert.That(Tokens.Issue("2026", "1124officer", Some.Now), Is.Not.EqualTo(Tokens.Issue("20261124", "officer", Some.Now)));

    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void Anything_else_opens_nothing_and_throws_nothing(NonNull<string> text, byte[] bytes)
    {
        Assert.That(Tokens.Read(text.Get), Is.Null);
        Assert.That(Tokens.Read(Base64Url.EncodeToString(bytes)), Is.Null);
    }

    [Test]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => _ = new AcknowledgeTokens(new byte[31]));
}
