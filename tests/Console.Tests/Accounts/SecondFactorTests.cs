using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Console.Tests.Accounts;

public sealed class SecondFactorTests
{
    /// <summary>The secret of RFC 6238, appendix B, Base32; of its eight digits the last six.</summary>
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [TestCase("1970-01-01T00:00:59Z", "287082")]
    [TestCase("2005-03-18T01:58:29Z", "081804")]
    [TestCase("2009-02-13T23:31:30Z", "005924")]
    [TestCase("2033-05-18T03:33:20Z", "279037")]
    public void The_codes_are_those_of_the_standard(string instant, string code)
    {
        var second = new SecondFactor(new FakeTimeProvider(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

        Assert.That(second.CodeOf(Secret), Is.EqualTo(code));
        Assert.That(second.Opens("张三", Secret, $" {code[..3]} {code[3..]}"), Is.True);
    }

    [Test]
    public void A_code_opens_once_and_one_of_a_minute_ago_does_not()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));
        var second = new SecondFactor(time);
        var code = second.CodeOf(Secret);

        var first = second.Opens("张三", Secret, code);
        var again = second.Opens("张三", Secret, code);
        time.Advance(TimeSpan.FromSeconds(90));
        var late = second.Opens("李四", Secret, code);

        Assert.That((first, again, late), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void A_new_secret_is_one() => Assert.That(SecondFactor.IsSecret(SecondFactor.NewSecret()), Is.True);
}
