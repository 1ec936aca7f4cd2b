using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>Where the accounts are kept.</summary>
public interface IAccountStore
{
    /// <summary>Gives all accounts as they are now, also when another process changed them; those last read when they cannot be read.</summary>
    AccountList Current { get; }

    /// <summary>Lets <paramref name="decide"/> change them with nobody else in between; on disk when the task completes.</summary>
    /// <param name="decide">Gets all accounts; gives those from now on, or null to leave them, and what to tell the caller.</param>
    /// <param name="cancellationToken">Stops the waiting, not the writing.</param>
    /// <exception cref="IOException">They cannot be read or written.</exception>
    Task<T> ChangeAsync<T>(Func<IReadOnlyList<Account>, (IReadOnlyList<Account>? After, T Answer)> decide, CancellationToken cancellationToken);
}
