using OtpNet;

namespace OpinionWatch.Console.Accounts;

/// <summary>Codes of an authenticator app (动态码, RFC 6238). A code opens once.</summary>
public sealed class SecondFactor(TimeProvider time)
{
    private const int SecretBytes = 20;
    private const int Digits = 6;

    /// <summary>A step before and after for clocks that are a little wrong (RFC 6238 §5.2).</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    private readonly Dictionary<string, long> _usedSteps = [];
    private readonly Lock _lock = new();

    /// <summary>Gives a new secret, Base32.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>Says whether a text is a secret as <see cref="NewSecret"/> gives it.</summary>
    public static bool IsSecret(string text) => text.Length == SecretBytes * 8 / 5 && text.All(character => character is (>= 'A' and <= 'Z') or (>= '2' and <= '7'));

    /// <summary>Gives the address an authenticator app takes a secret from.</summary>
    public static string AddressOf(string name, string secret) =>
        $"otpauth://totp/OpinionWatch:{Uri.EscapeDataString(name)}?secret={secret}&issuer=OpinionWatch&digits={Digits}&period=30";

    /// <summary>Says whether a code is the one of this moment, and has not been used before.</summary>
    /// <param name="name">The account.</param>
    /// <param name="secret">Its secret, Base32.</param>
    /// <param name="code">What was typed; blanks do not count.</param>
    public bool Opens(string name, string secret, string code)
    {
        var digits = string.Concat(code.Where(character => character is not (' ' or '\u3000')));
        if (digits.Length != Digits || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        lock (_lock)
        {
            if (!CodesOf(secret).VerifyTotp(time.GetUtcNow().UtcDateTime, digits, out var step, Window) || _usedSteps.GetValueOrDefault(name, long.MinValue) >= step)
            {
                return false;
            }

            _usedSteps[name] = step;
            return true;
        }
    }

    /// <summary>Gives the code of this moment, for tests and for setting up by hand.</summary>
    internal string CodeOf(string secret) => CodesOf(secret).ComputeTotp(time.GetUtcNow().UtcDateTime);

    private static Totp CodesOf(string secret) => new(Base32Encoding.ToBytes(secret), totpSize: Digits);
}
