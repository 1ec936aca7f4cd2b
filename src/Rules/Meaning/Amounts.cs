using System.Runtime.CompilerServices;

namespace OpinionWatch.Rules.Meaning;

/// <summary>Writes weights with at most two decimals. Nearly all have no more, and these are not sent through the formatting of floating-point numbers.</summary>
internal static class Amounts
{
    private const double Noise = 1e-7;
    private const double Most = 1e6;

    /// <summary>Appends an amount as the format <c>0.##</c> would.</summary>
    public static void Append(ref DefaultInterpolatedStringHandler text, double amount)
    {
        var hundredths = Math.Round(amount * 100);
        if (amount is < 0 or > Most || Math.Abs((amount * 100) - hundredths) > Noise)
        {
            text.AppendFormatted(amount, "0.##");
            return;
        }

        var (whole, rest) = Math.DivRem((int)hundredths, 100);
        text.AppendFormatted(whole);
        if (rest != 0)
        {
            text.AppendLiteral(".");
            text.AppendFormatted(rest / 10);
            if (rest % 10 != 0)
            {
                text.AppendFormatted(rest % 10);
            }
        }
    }
}
