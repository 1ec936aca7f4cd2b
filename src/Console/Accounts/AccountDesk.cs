using System.Security.Cryptography;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Makes and changes accounts. Every change that matters ends the sessions of its account.</summary>
public sealed class AccountDesk(IAccountStore store, PasswordHashing hashing, TimeProvider time)
{
    private const int Most = 1000;

    /// <summary>Makes an account.</summary>
    /// <returns>What is wrong, in Chinese; null when it is made.</returns>
    public Task<string?> AddAsync(string name, Role role, string password, CancellationToken cancellationToken) =>
        AddAsync(name, role, password, onlyFirst: false, cancellationToken);

    /// <summary>Makes the first account, an administrator; refuses when there is one already.</summary>
    /// <returns>What is wrong, in Chinese; null when it is made.</returns>
    public Task<string?> AddFirstAsync(string name, string password, CancellationToken cancellationToken) =>
        AddAsync(name, Role.Administrator, password, onlyFirst: true, cancellationToken);

    /// <summary>Sets another password.</summary>
    /// <returns>What is wrong, in Chinese; null when it is set.</returns>
    public async Task<string?> SetPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        if (PasswordRule.FindFault(password, name) is { } fault)
        {
            return fault;
        }

        var hash = hashing.Hash(password);
        return await ReplaceAsync(name, account => account with { PasswordHash = hash, PasswordSetAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>Disables an account, or lets it in again.</summary>
    /// <returns>What is wrong, in Chinese; null when it is done.</returns>
    public Task<string?> SetDisabledAsync(string name, bool disabled, CancellationToken cancellationToken) =>
        ReplaceAsync(name, account => account with { Disabled = disabled }, cancellationToken);

    /// <summary>Gives another role.</summary>
    /// <returns>What is wrong, in Chinese; null when it is done.</returns>
    public Task<string?> SetRoleAsync(string name, Role role, CancellationToken cancellationToken) =>
        ReplaceAsync(name, account => account with { Role = role }, cancellationToken);

    /// <summary>Puts a second factor in force, or takes it away with null.</summary>
    /// <returns>What is wrong, in Chinese; null when it is done.</returns>
    public Task<string?> SetTotpAsync(string name, string? secret, CancellationToken cancellationToken) =>
        ReplaceAsync(name, account => account with { TotpSecret = secret }, cancellationToken);

    private async Task<string?> AddAsync(string name, Role role, string password, bool onlyFirst, CancellationToken cancellationToken)
    {
        if ((AccountNames.FindFault(name) ?? PasswordRule.FindFault(password, name)) is { } fault)
        {
            return fault;
        }

        var now = time.GetUtcNow();
        var account = new Account { Name = name, Role = role, PasswordHash = hashing.Hash(password), Stamp = NewStamp(), CreatedAt = now, PasswordSetAt = now };
        return await store.ChangeAsync<string?>(
            accounts => accounts switch
            {
                { Count: > 0 } when onlyFirst => (null, "已有账户，不能再用首次设置。"),
                { Count: >= Most } => (null, $"账户最多 {Most} 个。"),
                _ when new AccountList(accounts).Find(name) is { } known => (null, $"已有账户 {known.Name}；改密码用 user password，恢复停用的账户用 user enable。"),
                _ => ([.. accounts, account], null),
            },
            cancellationToken);
    }

    private Task<string?> ReplaceAsync(string name, Func<Account, Account> change, CancellationToken cancellationToken) =>
        store.ChangeAsync<string?>(
            accounts => new AccountList(accounts).Find(name) is { } account
                ? ([.. accounts.Select(known => known == account ? change(known) with { Stamp = NewStamp() } : known)], null)
                : (null, $"没有账户 {name}。"),
            cancellationToken);

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
