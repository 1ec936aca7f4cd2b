using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;

namespace OpinionWatch.Alerts.Channels.Sms;

/// <summary>Fills <c>{to}</c>, <c>{text}</c> and <c>{id}</c> into a template, each value escaped for the place it stands in.</summary>
internal static class SmsTemplate
{
    /// <summary>Fills an address: values percent-encoded as UTF-8 (RFC 3986 §2.1).</summary>
    public static string FillUrl(string template, OutgoingMessage message) => Fill(template, message, value => Percent(value, Encoding.UTF8));

    /// <summary>Fills a body, values escaped for <paramref name="contentType"/>: JSON string, form value, XML text; anything else gets them on one line.</summary>
    public static string FillBody(string template, OutgoingMessage message, string contentType)
    {
        var type = contentType.Split(';')[0].Trim();
        return Fill(template, message, value => type switch
        {
            _ when type.EndsWith("json", StringComparison.OrdinalIgnoreCase) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
            _ when type.EndsWith("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) => Percent(value, EncodingOf(contentType)),
            _ when type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => Xml(value),
            _ => string.Concat(value.Where(c => !char.IsControl(c))),
        });
    }

    /// <summary>Gives the encoding the content type names; UTF-8 without byte order mark when it names none or an unknown one.</summary>
    public static Encoding EncodingOf(string contentType)
    {
        var name = MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet?.Trim('"') : null;
        if (name is null || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }

    /// <summary>Goes over the template once, so that a placeholder inside a value stays what it is.</summary>
    private static string Fill(string template, OutgoingMessage message, Func<string, string> escape)
    {
        var filled = new StringBuilder(template.Length + message.Text.Length);
        for (var at = 0; at < template.Length;)
        {
            var rest = template.AsSpan(at);
            var (name, value) = rest switch
            {
                _ when rest.StartsWith("{to}") => ("{to}", message.Address),
                _ when rest.StartsWith("{text}") => ("{text}", message.Text),
                _ when rest.StartsWith("{id}") => ("{id}", message.MessageId),
                _ => ("", ""),
            };
            filled.Append(name.Length > 0 ? escape(value) : template[at].ToString(CultureInfo.InvariantCulture));
            at += Math.Max(name.Length, 1);
        }

        return filled.ToString();
    }

    private static string Percent(string value, Encoding encoding)
    {
        var escaped = new StringBuilder(value.Length * 3);
        foreach (var octet in encoding.GetBytes(value))
        {
            var plain = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';
            escaped.Append(plain ? ((char)octet).ToString() : $"%{octet:X2}");
        }

        return escaped.ToString();
    }

    private static string Xml(string value) =>
        System.Security.SecurityElement.Escape(string.Concat(value.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
}
