using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Templates;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>sms: { gateway: aliyun }</c>.</summary>
internal static class AliyunSmsSection
{
    /// <summary>Keys of this gateway.</summary>
    public static readonly string[] Keys = ["accessKeyId", "accessKeySecret", "signName", "template", "parameters", "parameterLength", "endpoint", "region"];

    private const string Example = "{ level: \"{level}\", matter: \"{late}{mark}{matter:20}\", id: \"{incident}\" }";

    /// <summary>Reads it; null when something it cannot do without is missing: then there is a fault.</summary>
    public static AliyunSmsOptions? Read(MapReader sms)
    {
        var keyId = sms.Required("accessKeyId", "gateway: aliyun needs an AccessKey, as \"${env:OPINIONWATCH_ALIYUN_KEY_ID}\"");
        var secret = sms.Required("accessKeySecret", "gateway: aliyun needs the secret of its AccessKey, as \"${env:OPINIONWATCH_ALIYUN_KEY_SECRET}\"");
        var signName = CloudSms.SignName(sms, "gateway: aliyun");
        var template = sms.Required("template", "the code of the approved template, as SMS_123456789");
        var parameters = ReadParameters(sms);
        var length = sms.Integer("parameterLength", 1, 500);
        var endpoint = CloudSms.Endpoint(sms);
        var region = sms.Text("region");
        if (keyId is null || secret is null || signName is null || template is null)
        {
            return null;
        }

        var options = new AliyunSmsOptions { AccessKeyId = keyId, AccessKeySecret = secret, SignName = signName, Template = template.Trim(), Parameters = parameters, Region = region };
        return options with { ParameterLength = (int)(length ?? options.ParameterLength), Endpoint = endpoint ?? options.Endpoint };
    }

    private static List<KeyValuePair<string, TextTemplate>> ReadParameters(MapReader sms)
    {
        var parameters = new List<KeyValuePair<string, TextTemplate>>();
        switch (sms.Find("parameters"))
        {
            case null:
                sms.Error("parameters", $"is missing: the variables of the template and what goes into each, as {Example}");
                break;
            case YamlMap map:
                foreach (var (key, value) in map.Entries.Select(entry => (entry.Key, entry.Value)))
                {
                    if (key.Raw.Length is 0 or > 40 || !key.Raw.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
                    {
                        sms.Reading.Faults.Error(key.Place, $"sms.parameters: '{Shown.Of(key.Raw)}' is no variable; write its name without ${{ }}, letters, digits and _");
                    }
                    else if (CloudSms.Variable(sms, value, $"sms.parameters.{key.Raw}") is { } variable)
                    {
                        parameters.Add(new(key.Raw, variable));
                    }
                }

                break;
            case var other:
                sms.Error("parameters", $"holds the template's variables, as {Example}, not {other.Kind}");
                break;
        }

        CloudSms.WarnOfSilence(sms, parameters.Select(parameter => parameter.Value));
        return parameters;
    }
}
