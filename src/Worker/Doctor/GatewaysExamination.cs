using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using OpinionWatch.Alerts;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether the SMS gateway and the group chats' robots can be reached: connection and certificate only, for any request might send something.</summary>
internal sealed class GatewaysExamination(AlertsOptions alerts, ContactBook contacts, TimeProvider time) : IExamination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "短信与群机器人";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        List<Diagnosis> found = [];
        if (alerts.Sms is null)
        {
            found.Add(new Diagnosis(DiagnosisMark.Warning, "没有设置短信：夜间的特别重大舆情只能靠邮件和群机器人", "填写 opinionwatch.yaml 中的 sms。"));
        }
        else if (AddressOf(alerts.Sms) is { } gateway)
        {
            found.Add(await ReachAsync("短信网关", gateway, cancellationToken));
        }
        else
        {
            found.Add(new Diagnosis(DiagnosisMark.Fault, "短信网关的地址不可用", "核对 sms.url。"));
        }

        foreach (var robot in contacts.Contacts.Select(contact => contact.Webhook?.Url).OfType<Uri>().DistinctBy(url => url.Authority))
        {
            found.Add(await ReachAsync("群机器人", robot, cancellationToken));
        }

        return found;
    }

    private static Uri? AddressOf(SmsOptions sms) => sms switch
    {
        AliyunSmsOptions aliyun => aliyun.Endpoint,
        TencentSmsOptions tencent => tencent.Endpoint,
        HttpSmsOptions own => FindOwn(own.Url),
        _ => null,
    };

    /// <summary>What is filled in stands behind the host.</summary>
    private static Uri? FindOwn(string url) => Uri.TryCreate(url.Split('{')[0], UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri : null;

    private async Task<Diagnosis> ReachAsync(string who, Uri url, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(url.IdnHost, url.Port, either.Token);
            if (url.Scheme == Uri.UriSchemeHttps)
            {
                await using var encrypted = new SslStream(client.GetStream());
                await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = url.IdnHost }, either.Token);
            }

            return new Diagnosis(DiagnosisMark.Good, $"{who} {url.Authority} 可以连接；逐人试发用 notify-test --to 联系人");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable(who, url, $"{Patience.TotalSeconds:0} 秒内没有应答");
        }
        catch (SocketException fault)
        {
            return Unreachable(who, url, fault.SocketErrorCode.ToString());
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            return Unreachable(who, url, "证书不可信或加密握手失败");
        }
    }

    private static Diagnosis Unreachable(string who, Uri url, string why) => new(DiagnosisMark.Fault, $"{who} {url.Authority} 连不上：{why}", "核对地址、防火墙和代理；内网机器可能需要为它开通出口。");
}
