using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Hashes passwords (ASP.NET Core Identity: PBKDF2 with HMAC-SHA-512) and compares them.</summary>
/// <remarks>One password is hashed at a time: the crawl on a small machine must not wait for somebody who tries passwords.</remarks>
public sealed class PasswordHashing : IDisposable
{
    /// <summary>OWASP Password Storage Cheat Sheet, 2023: at least 210,000 for PBKDF2-HMAC-SHA512.</summary>
    private const int Rounds = 210_000;

    private const int MostWaiting = 20;

    private readonly PasswordHasher<Account> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Lazy<string> _nobodys;
    private int _waiting;

    /// <summary>Makes it.</summary>
    public PasswordHashing()
    {
        _nobodys = new Lazy<string>(() => _hasher.HashPassword(null!, Guid.NewGuid().ToString()));
    }

    /// <summary>Gives the hash to keep.</summary>
    public string Hash(string password) => _hasher.HashPassword(null!, password);

    /// <summary>Says whether a password is the account's. Takes as long when there is no account.</summary>
    /// <returns>Null when too many wait already: try again in a moment.</returns>
    public async Task<bool?> VerifyAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _one.WaitAsync(cancellationToken);
            try
            {
                var hash = account?.PasswordHash ?? _nobodys.Value;
                return await Task.Run(() => Matches(hash, password), CancellationToken.None) && account is not null;
            }
            finally
            {
                _one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool Matches(string hash, string password)
    {
        try
        {
            return password.Length <= PasswordRule.Longest && _hasher.VerifyHashedPassword(null!, hash, password) != PasswordVerificationResult.Failed;
        }
        catch (FormatException)
        {
            // A hash that somebody wrote by hand opens to no password.
            return false;
        }
    }
}
