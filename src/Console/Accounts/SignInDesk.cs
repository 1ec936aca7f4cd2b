using Microsoft.Extensions.Logging;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Says whether somebody is who they say (登录).</summary>
/// <remarks>Five failures lock a name for a quarter of an hour for the address they came from, whether there is such an account or not; thirty lock the address, and a hundred
/// within a quarter of an hour the name from everywhere. Fewer must not: anybody who knows the name of the officer on duty could keep them out. Those who are in stay in.</remarks>
internal sealed class SignInDesk(IAccountStore store, PasswordHashing hashing, SecondFactor second, TimeProvider time, ILogger<SignInDesk> log)
{
    /// <summary>Failures after which a name has to wait at the address they came from.</summary>
    public const int NameAllows = 5;

    /// <summary>Failures within a quarter of an hour after which a name has to wait wherever it comes from.</summary>
    public const int NameAllowsEverywhere = 100;

    /// <summary>Failures after which an address has to wait.</summary>
    public const int AddressAllows = 30;

    private const int MostKnown = 10_000;

    /// <summary>How long each waits.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    private readonly LoginThrottle _namesAtAddresses = new(NameAllows, Wait, MostKnown, time);
    private readonly LoginThrottle _names = new(NameAllowsEverywhere, Wait, MostKnown, time, withinWait: true);
    private readonly LoginThrottle _addresses = new(AddressAllows, Wait, MostKnown, time);

    /// <summary>Looks at name, password and code.</summary>
    public async Task<SignInAnswer> SignInAsync(string name, string password, string code, string address, CancellationToken cancellationToken)
    {
        if (FindWait(name, address) is { } wait)
        {
            return new SignInAnswer.Locked(wait);
        }

        var account = store.Current.Find(name) is { Disabled: false } known ? known : null;
        return await hashing.VerifyAsync(account, password, cancellationToken) switch
        {
            null => new SignInAnswer.Busy(),

            // Attempts made side by side wait for each other; the lock holds for those that waited.
            _ when FindWait(name, address) is { } late => new SignInAnswer.Locked(late),
            true when CodeOpens(account!, code) => Admit(account!, address),
            _ => Refuse(name, address),
        };
    }

    /// <summary>Looks at the password alone, of somebody who is in already.</summary>
    public async Task<SignInAnswer> ConfirmAsync(Account? account, string password, string address, CancellationToken cancellationToken)
    {
        if (FindWait(account?.Name ?? "", address) is { } wait)
        {
            return new SignInAnswer.Locked(wait);
        }

        return await hashing.VerifyAsync(account, password, cancellationToken) switch
        {
            null => new SignInAnswer.Busy(),
            true => new SignInAnswer.Done(account!),
            false => Refuse(account?.Name ?? "", address),
        };
    }

    /// <summary>Counts a failure that was no sign-in, such as a wrong set-up token; gives how long the address has to wait then.</summary>
    public void CountFailure(string address) => _addresses.Count(address);

    /// <summary>Gives how long an address has to wait; null when it need not.</summary>
    public TimeSpan? FindWait(string address) => _addresses.FindWait(address) - time.GetUtcNow();

    private TimeSpan? FindWait(string name, string address) =>
        ((_namesAtAddresses.FindWait(Key(name, address)) ?? _names.FindWait(Key(name))) - time.GetUtcNow()) ?? FindWait(address);

    private bool CodeOpens(Account account, string code) => account.TotpSecret is not { } secret || second.Opens(account.Name, secret, code);

    private SignInAnswer.Done Admit(Account account, string address)
    {
        _namesAtAddresses.Forget(Key(account.Name, address));
        log.SignedIn(account.Name, address);
        return new SignInAnswer.Done(account);
    }

    private SignInAnswer Refuse(string name, string address)
    {
        _namesAtAddresses.Count(Key(name, address));
        _names.Count(Key(name));
        _addresses.Count(address);
        if (FindWait(name, address) is { } wait)
        {
            var account = store.Current.Find(name)?.Name ?? "unknown";
            log.SignInLocked(account, address, Wait);
            if (_names.FindWait(Key(name)) is not null)
            {
                log.SignInLockedEverywhere(account, NameAllowsEverywhere, Wait);
            }

            return new SignInAnswer.Locked(wait);
        }

        return new SignInAnswer.Wrong();
    }

    /// <summary>The address stands first: whatever somebody calls themselves, it is no other address.</summary>
    private static string Key(string name, string address) => $"{address}\n{Key(name)}";

    private static string Key(string name) => name.Length > AccountNames.Longest ? name[..AccountNames.Longest] : name;
}
