namespace OpinionWatch.Alerts.Channels.Sms;

/// <summary>Telephone numbers as people write them and as gateways want them.</summary>
public static class PhoneNumbers
{
    /// <summary>Gives the digits in E.164 with the plus sign: <c>+8613800000000</c>. A number without a country is a mainland one.</summary>
    public static string International(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return phone.TrimStart().StartsWith('+') ? "+" + digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..]
            : digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? "+" + digits
            : "+86" + digits;
    }

    /// <summary>Gives a mainland number without its country, any other with it and without the plus sign.</summary>
    public static string Domestic(string phone)
    {
        var whole = International(phone);
        return whole.StartsWith("+86", StringComparison.Ordinal) ? whole[3..] : whole[1..];
    }
}
