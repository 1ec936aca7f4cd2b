using System.Net;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;
using OpinionWatch.Storage.Accounts;
using OpinionWatch.Worker.Accounts;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Console.Tests.Accounts;

/// <summary>A file of accounts that cannot be used.</summary>
public sealed class AccountFaultTests
{
    [Test]
    public async Task Accounts_that_cannot_be_read_are_told_by_health_and_lock_nobody_out()
    {
        await using var scene = await ConsoleScene.StartAsync();
        using var browser = await scene.SignInAsync(Role.Viewer);
        await File.WriteAllTextAsync(Path.Combine(scene.Data, "accounts.json"), "{");

        using var health = await browser.GetAsync("/health/ready");
        using var page = await browser.GetAsync("/");

        Assert.That((health.StatusCode, page.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        Assert.That(await health.Content.ReadAsStringAsync(), Does.Contain("degraded").And.Contain("accounts.json"));
    }

    [Test]
    public void A_folder_that_must_not_be_written_is_told_as_what_cannot_be_kept()
    {
        // A folder in the file's place is refused to root too, as an access that is not allowed.
        var folder = Directory.CreateTempSubdirectory("opinionwatch-accounts-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "accounts.json.lock"));
        var store = new AccountStore(new AccountFile(folder, TimeProvider.System), Microsoft.Extensions.Logging.Abstractions.NullLogger<AccountStore>.Instance);
        using var hashing = new PasswordHashing();
        var desk = new AccountDesk(store, hashing, TimeProvider.System);

        Assert.That(() => desk.AddAsync("张三", Role.Officer, ConsoleScene.Password, CancellationToken.None), Throws.InstanceOf<IOException>());
        Directory.Delete(folder, recursive: true);
    }

    [TestCase(1001u, "watch")]
    [TestCase(7u, "'#7'")]
    public void The_user_to_act_as_is_named_as_sudo_takes_it(uint user, string name) =>
        Assert.That(SystemUsers.NameOf(user, ["root:x:0:0::/root:/bin/sh", "broken", "watch:x:1001:1001::/:/usr/sbin/nologin"]), Is.EqualTo(name));
}
