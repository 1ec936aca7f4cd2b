using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms: { gateway: tencent }</c>.</summary>
internal static class TencentSmsSection
{
    /// <summary>Keys of this gateway.</summary>
    public static readonly string[] Keys = ["secretId", "secretKey", "appId", "signName", "template", "parameters", "parameterLength", "endpoint", "region"];

    private const string Example = "\"{level}\", \"{late}{mark}{matter:20}\", \"{incident}\"";

    /// <summary>Reads it; null when something it cannot do without is missing: then there is a fault.</summary>
    public static TencentSmsOptions? Read(MapReader sms)
    {
        var id = sms.Required("secretId", "gateway: tencent needs a SecretId, as \"${env:OPINIONWATCH_TENCENT_ID}\"");
        var key = sms.Required("secretKey", "gateway: tencent needs a SecretKey, as \"${env:OPINIONWATCH_TENCENT_KEY}\"");
        var app = Number(sms, "appId", "the SmsSdkAppId of the application, as \"1400000000\"");
        var signName = CloudSms.SignName(sms, "gateway: tencent");
        var template = Number(sms, "template", "the number of the approved template, as \"1234567\"");
        var parameters = ReadParameters(sms);
        var length = sms.Integer("parameterLength", 1, 500);
        var endpoint = CloudSms.Endpoint(sms);
        var region = sms.Text("region");
        if (id is null || key is null || app is null || signName is null || template is null)
        {
            return null;
        }

        var options = new TencentSmsOptions { SecretId = id, SecretKey = key, AppId = app, SignName = signName, Template = template, Parameters = parameters };
        return options with { ParameterLength = (int)(length ?? options.ParameterLength), Endpoint = endpoint ?? options.Endpoint, Region = region ?? options.Region };
    }

    private static string? Number(MapReader sms, string key, string meaning)
    {
        if (sms.Required(key, meaning)?.Trim() is not { } text)
        {
            return null;
        }

        if (text.Length <= 20 && text.All(char.IsAsciiDigit))
        {
            return text;
        }

        sms.Error(key, $"'{sms.Written(key)}' holds more than digits; write {meaning}");
        return null;
    }

    private static List<TextTemplate> ReadParameters(MapReader sms)
    {
        if (!sms.Has("parameters"))
        {
            sms.Error("parameters", $"is missing: what goes into the variables {{1}}, {{2}}, … of the template, as [{Example}]; [] when it has none");
            return [];
        }

        List<TextTemplate> parameters = [.. sms.Items("parameters", Example).Select((item, index) => CloudSms.Variable(sms, item, $"sms.parameters[{index + 1}]")).OfType<TextTemplate>()];
        CloudSms.WarnOfSilence(sms, parameters);
        return parameters;
    }
}
