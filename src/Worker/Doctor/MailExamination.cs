using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Channels.Email;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether mails would be taken: the server is greeted, its certificate judged and the account logged in; nothing is sent.</summary>
internal sealed class MailExamination(MailOptions? options, TimeProvider time) : IExamination
{
    public string Name => "邮件";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        if (options is null)
        {
            return [new Diagnosis(DiagnosisMark.Warning, "没有设置邮件", "在 opinionwatch.yaml 中填写 mail。")];
        }

        if (options.Pickup is { } pickup)
        {
            return [new Diagnosis(DiagnosisMark.Warning, $"邮件只写入文件夹 {pickup}，没有发往邮箱", "填写 mail.host 后才会寄出；另有程序取走该文件夹中的邮件时可以不理。")];
        }

        using var channel = new EmailChannel(options, time);
        return [await channel.FindFaultAsync(cancellationToken) is { } fault
            ? new Diagnosis(DiagnosisMark.Fault, $"{options.Host}：{fault}", "核对 mail.host、port、security、user 和 password。")
            : new Diagnosis(DiagnosisMark.Good, $"{options.Host} 接受连接{(options.User is null ? "" : "和登录")}；逐人试发用 notify-test --to 联系人")];
    }
}
