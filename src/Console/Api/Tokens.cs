using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Api;

/// <summary>Knows the configured tokens.</summary>
internal sealed class Tokens(ICurrent<ConsoleOptions> options)
{
    /// <summary>Says whether a token is one of them.</summary>
    public bool Open(string token)
    {
        // Hashes of equal length, all of them compared, so that the time taken says nothing of the token.
        var given = Hash(token);
        var open = false;
        foreach (var known in options.Value.ApiTokens)
        {
            open |= CryptographicOperations.FixedTimeEquals(given, Hash(known));
        }

        return open;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
