using OpinionWatch.Alerts;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms:</c>.</summary>
internal static class SmsSection
{
    private static readonly string[] Common = ["gateway", "timeout", "fallbackAfter", "receipts", "receiptWithin"];

    private static readonly (string Word, int Value)[] Gateways = [("none", 0), ("http", 1), ("aliyun", 2), ("tencent", 3)];

    /// <summary>Keys of all gateways.</summary>
    public static readonly string[] Keys = [.. Common, .. HttpSmsSection.Keys, .. AliyunSmsSection.Keys.Union(TencentSmsSection.Keys)];

    /// <summary>Reads it; null = no SMS.</summary>
    public static SmsOptions? Read(MapReader? sms)
    {
        if (sms is null)
        {
            return null;
        }

        if (!sms.Has("gateway"))
        {
            sms.Error("gateway", $"is missing; allowed: {string.Join(", ", Words.Of(Gateways))}");
            return null;
        }

        switch (sms.Choice("gateway", Gateways))
        {
            case 1:
                RefuseOthers(sms, HttpSmsSection.Keys);
                return WithCommon(sms, HttpSmsSection.Read(sms));
            case 2:
                RefuseOthers(sms, AliyunSmsSection.Keys);
                return WithCommon(sms, AliyunSmsSection.Read(sms));
            case 3:
                RefuseOthers(sms, TencentSmsSection.Keys);
                return WithCommon(sms, TencentSmsSection.Read(sms));
            default:
                return null;
        }
    }

    private static SmsOptions? WithCommon(MapReader sms, SmsOptions? options)
    {
        var receipts = ReceiptsSection.Read(sms, isOwn: options is HttpSmsOptions);
        var within = sms.Duration("receiptWithin", TimeSpan.FromSeconds(30), TimeSpan.FromHours(6));
        if (within is not null && !sms.Has("receipts"))
        {
            sms.Error("receiptWithin", "needs receipts, or no receipt can ever come and every text message is told twice");
        }

        return options is null ? null : WithTimes(sms, options) with { Receipts = receipts, ReceiptWithin = within };
    }

    private static SmsOptions WithTimes(MapReader sms, SmsOptions options) => options with
    {
        Timeout = sms.Duration("timeout", TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)) ?? options.Timeout,
        FallbackAfter = sms.Duration("fallbackAfter", TimeSpan.Zero, TimeSpan.FromDays(1)) ?? options.FallbackAfter,
    };

    private static void RefuseOthers(MapReader sms, string[] own)
    {
        foreach (var key in Keys.Where(key => sms.Has(key) && !Common.Contains(key) && !own.Contains(key)))
        {
            sms.Reading.Faults.Error(sms.AtKey(key), $"sms.{key}: does not belong to gateway: {sms.Text("gateway")}; its keys: {string.Join(", ", Common.Concat(own))}");
        }
    }
}
