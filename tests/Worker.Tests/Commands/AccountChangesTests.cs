using OpinionWatch.Model;
using OpinionWatch.Worker.Accounts;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class AccountChangesTests
{
    private static readonly Account Account = new() { Name = "张三", Role = Role.Officer, PasswordHash = "old hash", Stamp = "1", CreatedAt = DateTimeOffset.UnixEpoch, PasswordSetAt = DateTimeOffset.UnixEpoch };

    [Test]
    public void Each_change_is_named_and_no_secret_is()
    {
        var after = Account with { Role = Role.Leader, Disabled = true, PasswordHash = "new hash", TotpSecret = "SECRET" };

        var changes = AccountChanges.Between([Account], [after, Account with { Name = "李四" }]);

        Assert.That(changes, Is.EqualTo(new[] { ("accountRole", "张三 Officer → Leader"), ("accountDisabled", "张三"), ("accountPassword", "张三"), ("accountSecondFactorOn", "张三"), ("accountAdded", "李四 Officer") }));
        Assert.That(AccountChanges.Between([Account], []), Is.EqualTo(new[] { ("accountRemoved", "张三") }));
        Assert.That(AccountChanges.Between([Account], [Account with { Stamp = "2" }]), Is.Empty);
    }
}
