using OpinionWatch.Model;

namespace OpinionWatch.Worker.Accounts;

/// <summary>Says what changed between two states of the accounts. Pure; passwords and secrets appear nowhere.</summary>
internal static class AccountChanges
{
    /// <summary>Lists the changes as acts of the audit log.</summary>
    public static IReadOnlyList<(string Act, string Why)> Between(IReadOnlyList<Account> before, IReadOnlyList<Account> after)
    {
        var known = before.ToDictionary(account => account.Name);
        var still = after.Select(account => account.Name).ToHashSet();
        return
        [
            .. after.SelectMany(account => known.TryGetValue(account.Name, out var old) ? Of(old, account) : [("accountAdded", $"{account.Name} {account.Role}")]),
            .. before.Where(account => !still.Contains(account.Name)).Select(account => ("accountRemoved", account.Name)),
        ];
    }

    private static IEnumerable<(string Act, string Why)> Of(Account before, Account after)
    {
        if (before.Role != after.Role)
        {
            yield return ("accountRole", $"{after.Name} {before.Role} → {after.Role}");
        }

        if (before.Disabled != after.Disabled)
        {
            yield return (after.Disabled ? "accountDisabled" : "accountEnabled", after.Name);
        }

        if (before.PasswordHash != after.PasswordHash)
        {
            yield return ("accountPassword", after.Name);
        }

        if (before.TotpSecret != after.TotpSecret)
        {
            yield return (after.TotpSecret is null ? "accountSecondFactorOff" : "accountSecondFactorOn", after.Name);
        }
    }
}
