using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Console.Accounts;

/// <summary>The token of the first start: printed to the log, good while there is no account, another one at each start.</summary>
internal sealed class SetupToken
{
    private const int Bytes = 16;

    /// <summary>The token.</summary>
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Says whether this is it, in a time that says nothing.</summary>
    public bool Opens(string given) => CryptographicOperations.FixedTimeEquals(Hash(given.Trim()), Hash(Value));

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
