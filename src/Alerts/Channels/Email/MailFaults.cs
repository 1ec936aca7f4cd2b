using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using OpinionWatch.Alerts.Templates;

namespace OpinionWatch.Alerts.Channels.Email;

/// <summary>Says what a mail server's refusal means, by its number alone (RFC 5321 §4.2.1), and in words without addresses.</summary>
internal static partial class MailFaults
{
    /// <summary>Judges an answer to MAIL, RCPT or DATA: 5xx is for good, but for those that mean our login and not the message.</summary>
    public static SendOutcome OfAnswer(SmtpCommandException answer)
    {
        var code = (int)answer.StatusCode;
        var reason = $"邮件服务器答复 {code} {Words(answer.Message)}".TrimEnd();
        return code switch
        {
            421 => new SendOutcome.TryLater(reason) { ChannelDown = true },
            530 or 534 or 535 or 538 => new SendOutcome.TryLater(reason) { ChannelDown = true },
            >= 500 => new SendOutcome.GiveUp(reason),
            _ => new SendOutcome.TryLater(reason),
        };
    }

    /// <summary>Whether it is what servers, and the way to them, do; anything else is a fault of ours.</summary>
    public static bool IsOfServer(Exception e) => e is CommandException or ProtocolException or IOException or SocketException or AuthenticationException
        or SslHandshakeException or NotSupportedException or TimeoutException or ServiceNotConnectedException or ServiceNotAuthenticatedException;

    /// <summary>Describes why no conversation came about or why it broke off.</summary>
    public static string Describe(Exception e) => e switch
    {
        SslHandshakeException => "邮件服务器的证书不可信或加密握手失败，没有发送",
        AuthenticationException => "邮件服务器不接受用户名或密码",
        ServiceNotAuthenticatedException => "邮件服务器要求登录（530），请设置 mail.user 和 mail.password",
        NotSupportedException => "邮件服务器不提供所要求的加密或能力，没有发送",
        SmtpCommandException answer => $"邮件服务器拒绝连接：{(int)answer.StatusCode} {Words(answer.Message)}",
        SocketException socket => $"连不上邮件服务器：{socket.SocketErrorCode}",
        IOException { InnerException: SocketException inner } => $"与邮件服务器的连接中断：{inner.SocketErrorCode}",
        TimeoutException => "邮件服务器没有及时答复",
        ProtocolException or IOException => "与邮件服务器的连接中断",
        _ => $"邮件服务器不可用：{e.GetType().Name}",
    };

    private static string Words(string text) => PlainText.OneLine(AddressPattern().Replace(text, "…"), 120);

    [GeneratedRegex(@"<?[^\s<>@]+@[^\s<>@]+>?", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex AddressPattern();
}
