namespace OpinionWatch.Alerts.Channels.Sms.Aliyun;

/// <summary>Says what an error code of Aliyun's means: it passes, it stays for this number, or somebody must mend our account or settings.</summary>
internal static class AliyunFaults
{
    private static readonly Dictionary<string, string> ThisNumber = new(StringComparer.Ordinal)
    {
        ["isv.MOBILE_NUMBER_ILLEGAL"] = "手机号码无效",
        ["isv.MOBILE_COUNT_OVER_LIMIT"] = "手机号码数量超限",
        ["isv.BLACK_KEY_CONTROL_LIMIT"] = "内容含有被管控的词语",
        ["isv.PARAM_NOT_SUPPORT_URL"] = "模板变量中不能有网址",
        ["isv.SMS_CONTENT_ILLEGAL"] = "内容不合规",
        ["isv.SMS_TEST_NUMBER_LIMIT"] = "测试模板只能发给绑定的号码",
        ["isv.DOMESTIC_NUMBER_NOT_SUPPORTED"] = "模板不支持境内号码",
        ["isv.DENY_IP_RANGE"] = "请求来源被限制",
        ["isv.PARAM_LENGTH_LIMIT"] = "模板变量超长",
        ["isv.INVALID_PARAMETERS"] = "参数格式不符",
        ["isv.INVALID_JSON_PARAM"] = "参数格式不符",
    };

    private static readonly Dictionary<string, string> Crowded = new(StringComparer.Ordinal)
    {
        ["isv.BUSINESS_LIMIT_CONTROL"] = "该号码发送过于频繁，被阿里云限流",
        ["isv.DAY_LIMIT_CONTROL"] = "达到阿里云每日发送上限",
        ["isv.MONTH_LIMIT_CONTROL"] = "达到阿里云每月发送上限",
        ["isv.SMS_SIGNATURE_LIMIT"] = "达到签名发送上限",
    };

    private static readonly Dictionary<string, string> Ours = new(StringComparer.Ordinal)
    {
        ["isv.OUT_OF_SERVICE"] = "账户已停机，请续费",
        ["isv.AMOUNT_NOT_ENOUGH"] = "余额不足，请充值",
        ["isv.ACCOUNT_NOT_EXISTS"] = "账户不存在",
        ["isv.ACCOUNT_ABNORMAL"] = "账户异常",
        ["isv.PRODUCT_UN_SUBSCRIPT"] = "没有开通短信服务",
        ["isv.PRODUCT_UNSUBSCRIBE"] = "没有开通短信服务",
        ["isv.SMS_TEMPLATE_ILLEGAL"] = "模板未通过审核或编号不对，请核对 sms.template",
        ["isv.SMS_SIGNATURE_ILLEGAL"] = "签名未通过审核或写法不对，请核对 sms.signName",
        ["isv.SMS_SIGNATURE_SCENE_ILLEGAL"] = "签名与模板不匹配",
        ["isv.TEMPLATE_MISSING_PARAMETERS"] = "模板有变量没有填，请核对 sms.parameters",
        ["isv.TEMPLATE_PARAMS_ILLEGAL"] = "模板变量不符，请核对 sms.parameters",
        ["isv.EXTEND_CODE_ERROR"] = "扩展码有误",
        ["isp.RAM_PERMISSION_DENY"] = "密钥没有发短信的权限",
        ["SignatureDoesNotMatch"] = "签名校验不通过，请核对 sms.accessKeySecret",
        ["IncompleteSignature"] = "签名校验不通过，请核对密钥",
        ["InvalidTimeStamp.Expired"] = "本机时钟与阿里云相差过大，请校时",
        ["InvalidTimeStamp.Format"] = "时间格式不被接受",
        ["Forbidden.RAM"] = "密钥没有发短信的权限",
        ["InvalidVersion"] = "接口地址不对，请核对 sms.endpoint",
        ["InvalidAction.NotFound"] = "接口地址不对，请核对 sms.endpoint",
    };

    /// <summary>Judges a code that is not <c>OK</c>; null for one that is not known.</summary>
    public static SendOutcome? Judge(string code)
    {
        if (ThisNumber.TryGetValue(code, out var words))
        {
            return new SendOutcome.GiveUp($"阿里云拒发：{words}（{code}）");
        }

        if (Crowded.TryGetValue(code, out words))
        {
            return new SendOutcome.TryLater($"阿里云拒发：{words}（{code}）") { OtherNow = true };
        }

        if (Ours.TryGetValue(code, out words) || code.StartsWith("InvalidAccessKeyId", StringComparison.Ordinal))
        {
            return new SendOutcome.TryLater($"阿里云拒发：{words ?? "密钥无效，请核对 sms.accessKeyId"}（{code}）") { ChannelDown = true, OtherNow = true };
        }

        return code.StartsWith("Throttling", StringComparison.Ordinal) || code is "isp.SYSTEM_ERROR" or "ServiceUnavailable" or "InternalError" or "SignatureNonceUsed"
            ? new SendOutcome.TryLater($"阿里云暂时不能发送（{code}）")
            : null;
    }
}
