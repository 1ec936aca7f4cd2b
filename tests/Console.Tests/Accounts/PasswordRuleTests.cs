using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Console.Tests.Accounts;

public sealed class PasswordRuleTests
{
    [TestCase("Correct-horse-9")]
    [TestCase("officer-pass-7Q")]
    [TestCase("correct horse battery staple")]
    [TestCase("益阳Land2026!")]
    public void A_good_password_is_taken(string password) => Assert.That(PasswordRule.FindFault(password, "officer"), Is.Null);

    [TestCase("")]
    [TestCase("Ab1!")]
    [TestCase("1234567890")]
    [TestCase("abcdefghij")]
    [TestCase("password")]
    [TestCase("Password123!")]
    [TestCase("Admin@123456")]
    [TestCase("officerOfficer1!")]
    [TestCase("aaaaaaaaaaaaaaaaaaaa")]
    [TestCase("Correct-horse-9\n")]
    public void A_weak_password_is_refused_with_what_is_asked(string password) => Assert.That(PasswordRule.FindFault(password, "officer"), Is.Not.Null);

    [Test]
    public void A_password_too_long_to_hash_is_refused() => Assert.That(PasswordRule.FindFault(new string('a', 100) + "Correct-horse-9 Correct-horse-9", "officer"), Does.Contain("128"));
}
