namespace OpinionWatch.Alerts.Channels.Sms.Tencent;

/// <summary>Says what an error code of Tencent's means: it passes, it stays for this number, or somebody must mend our account or settings.</summary>
internal static class TencentFaults
{
    private static readonly Dictionary<string, string> ThisNumber = new(StringComparer.Ordinal)
    {
        ["FailedOperation.ContainSensitiveWord"] = "内容含有敏感词",
        ["FailedOperation.PhoneNumberInBlacklist"] = "号码在黑名单中（可能已回复退订）",
        ["FailedOperation.ForbidAddMarketingTemplates"] = "不允许的短信类型",
        ["InvalidParameterValue.IncorrectPhoneNumber"] = "手机号码无效",
        ["InvalidParameterValue.ProhibitedUseUrlInTemplateParameter"] = "模板变量中不能有网址",
        ["InvalidParameterValue.TemplateParameterLengthLimit"] = "模板变量超长，请调小 sms.parameterLength",
        ["InvalidParameterValue.TemplateParameterFormatError"] = "模板变量格式不符",
        ["InvalidParameterValue.ContentLengthLimit"] = "内容超长",
        ["UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber"] = "境内外号码不能同发",
        ["UnsupportedOperation.UnsupportedRegion"] = "不支持该地区的号码",
    };

    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["FailedOperation.InsufficientBalanceInSmsPackage"] = "套餐包余量不足，请购买",
        ["FailedOperation.SignatureIncorrectOrUnapproved"] = "签名未通过审核或写法不对，请核对 sms.signName",
        ["FailedOperation.TemplateIncorrectOrUnapproved"] = "模板未通过审核或编号不对，请核对 sms.template",
        ["FailedOperation.TemplateUnapprovedOrNotExist"] = "模板未通过审核或编号不对，请核对 sms.template",
        ["FailedOperation.TemplateParamSetNotMatchApprovedTemplate"] = "变量个数与模板不符，请核对 sms.parameters",
        ["FailedOperation.MissingSignature"] = "没有签名，请核对 sms.signName",
        ["InvalidParameterValue.SdkAppIdNotExist"] = "应用不存在，请核对 sms.appId",
        ["UnauthorizedOperation.SmsSdkAppIdVerifyFail"] = "应用校验失败，请核对 sms.appId",
        ["UnauthorizedOperation.SdkAppIdIsDisabled"] = "应用已停用",
        ["UnauthorizedOperation.ServiceSuspendDueToArrears"] = "已欠费停服，请充值",
        ["UnauthorizedOperation.RequestIpNotInWhitelist"] = "本机地址不在白名单",
        ["LimitExceeded.AppDailyLimit"] = "达到应用每日发送上限",
        ["LimitExceeded.AppMainlandChinaDailyLimit"] = "达到应用每日发送上限",
    };

    /// <summary>Judges a code that is not <c>Ok</c>; null for one that is not known.</summary>
    public static SendOutcome? Judge(string code)
    {
        if (ThisNumber.TryGetValue(code, out var words))
        {
            return new SendOutcome.GiveUp($"腾讯云拒发：{words}（{code}）");
        }

        if (Ours.TryGetValue(code, out words))
        {
            return Broken(words, code);
        }

        return code.Split('.')[0] switch
        {
            "AuthFailure" when code == "AuthFailure.SignatureExpire" => Broken("本机时钟与腾讯云相差过大，请校时", code),
            "AuthFailure" => Broken("密钥无效或没有权限，请核对 sms.secretId 和 sms.secretKey", code),
            "UnauthorizedOperation" => Broken("账户没有权限", code),
            "LimitExceeded" when code.StartsWith("LimitExceeded.PhoneNumber", StringComparison.Ordinal) => new SendOutcome.TryLater($"腾讯云拒发：该号码发送过于频繁（{code}）") { OtherNow = true },
            "LimitExceeded" or "RequestLimitExceeded" or "InternalError" => new SendOutcome.TryLater($"腾讯云暂时不能发送（{code}）"),
            "UnsupportedRegion" or "InvalidAction" or "NoSuchVersion" => Broken("接口地址或地域不对，请核对 sms.endpoint 和 sms.region", code),
            _ => null,
        };
    }

    private static SendOutcome.TryLater Broken(string words, string code) => new($"腾讯云拒发：{words}（{code}）") { ChannelDown = true, OtherNow = true };
}
