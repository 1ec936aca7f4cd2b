using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Sessions;

public sealed class SessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly Account Account = new() { Name = "张三", Role = Role.Officer, PasswordHash = "", Stamp = "one", CreatedAt = Start, PasswordSetAt = Start };

    [TestCase(0, true)]
    [TestCase(11.99, true)]
    [TestCase(12, false)]
    public void A_session_ends_by_its_age_whatever_was_asked(double hours, bool holds) =>
        Assert.That(Holds(Account, new EndedSessions(), Start.AddHours(hours)), Is.EqualTo(holds));

    [Test]
    public void A_session_ends_with_its_account_its_stamp_or_by_signing_out()
    {
        var ended = new EndedSessions();
        ended.Add("id");

        Assert.That(Holds(Account with { Disabled = true }, new EndedSessions(), Start), Is.False);
        Assert.That(Holds(Account with { Stamp = "two" }, new EndedSessions(), Start), Is.False);
        Assert.That(Holds(Account with { Name = "李四" }, new EndedSessions(), Start), Is.False);
        Assert.That(Holds(Account, ended, Start), Is.False);
    }

    private static bool Holds(Account account, EndedSessions ended, DateTimeOffset now)
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "张三"), new Claim("stamp", "one"), new Claim("sid", "id")], "Cookies"));
        var properties = new AuthenticationProperties();
        properties.Items["since"] = Start.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return Session.Holds(user, properties, new AccountList([account]), ended, Longest, now);
    }
}
