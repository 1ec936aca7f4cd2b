using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Accounts;

/// <summary>Who is locked out by whose failures; the accounts are held in memory.</summary>
public sealed class SignInDeskTests : IAccountStore, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly PasswordHashing _hashing = new();

    public AccountList Current { get; private set; } = new([]);

    [OneTimeTearDown]
    public void Dispose() => _hashing.Dispose();

    [Test]
    public async Task Whoever_knows_an_officers_name_cannot_keep_them_out_from_where_they_are()
    {
        var desk = Open(_hashing.Hash(ConsoleScene.Password));
        for (var attempt = 0; attempt < SignInDesk.NameAllows; attempt++)
        {
            await desk.SignInAsync("张三", "Wrong-horse-9", "", "203.0.113.9", CancellationToken.None);
        }

        var attacker = await desk.SignInAsync("张三", ConsoleScene.Password, "", "203.0.113.9", CancellationToken.None);
        var officer = await desk.SignInAsync("张三", ConsoleScene.Password, "", "192.0.2.7", CancellationToken.None);

        Assert.That(attacker, Is.InstanceOf<SignInAnswer.Locked>());
        Assert.That(officer, Is.InstanceOf<SignInAnswer.Done>());
    }

    [Test]
    public async Task A_hundred_failures_from_many_addresses_lock_the_name_everywhere_for_a_quarter_of_an_hour()
    {
        // A hash that opens to nothing costs no time.
        var desk = Open("none");
        for (var attempt = 0; attempt < SignInDesk.NameAllowsEverywhere; attempt++)
        {
            var early = await desk.SignInAsync("张三", "Wrong-horse-9", "", $"203.0.113.{attempt / 4}", CancellationToken.None);
            Assert.That(early, attempt < SignInDesk.NameAllowsEverywhere - 1 ? Is.InstanceOf<SignInAnswer.Wrong>() : Is.InstanceOf<SignInAnswer.Locked>());
        }

        var elsewhere = await desk.SignInAsync("张三", "Wrong-horse-9", "", "192.0.2.7", CancellationToken.None);
        var another = await desk.SignInAsync("李四", "Wrong-horse-9", "", "192.0.2.7", CancellationToken.None);
        _time.Advance(SignInDesk.Wait);
        var later = await desk.SignInAsync("张三", "Wrong-horse-9", "", "192.0.2.7", CancellationToken.None);

        Assert.That(elsewhere, Is.InstanceOf<SignInAnswer.Locked>());
        Assert.That(new[] { another, later }, Has.All.InstanceOf<SignInAnswer.Wrong>());
    }

    public Task<T> ChangeAsync<T>(Func<IReadOnlyList<Account>, (IReadOnlyList<Account>? After, T Answer)> decide, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing is changed here.");

    private SignInDesk Open(string hash)
    {
        Current = new AccountList([Sample("张三", hash), Sample("李四", hash)]);
        return new SignInDesk(this, _hashing, new SecondFactor(_time), _time, NullLogger<SignInDesk>.Instance);
    }

    private static Account Sample(string name, string hash) => new()
    {
        Name = name,
        Role = Role.Officer,
        PasswordHash = hash,
        Stamp = "stamp",
        CreatedAt = DateTimeOffset.UnixEpoch,
        PasswordSetAt = DateTimeOffset.UnixEpoch,
    };
}
