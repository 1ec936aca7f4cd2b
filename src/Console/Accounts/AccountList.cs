using OpinionWatch.Model;

namespace OpinionWatch.Console.Accounts;

/// <summary>All accounts at one moment.</summary>
/// <param name="Accounts">The accounts in the order they were made.</param>
/// <param name="Fault">Why they could not be read, in Chinese; null when they could.</param>
public sealed record AccountList(IReadOnlyList<Account> Accounts, string? Fault = null)
{
    /// <summary>There is no account yet, and that is known for sure.</summary>
    public bool IsEmpty => Accounts.Count == 0 && Fault is null;

    /// <summary>Finds an account by its name, without regard to case; null when there is none.</summary>
    public Account? Find(string name) => Accounts.FirstOrDefault(account => AccountNames.Same(account.Name, name));
}
