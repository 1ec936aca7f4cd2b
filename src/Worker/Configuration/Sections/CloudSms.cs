using OpinionWatch.Alerts.Templates;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads what gateways with approved templates have in common.</summary>
internal static class CloudSms
{
    /// <summary>Reads the approved signature.</summary>
    public static string? SignName(MapReader sms, string who)
    {
        if (sms.Required("signName", $"{who} needs the approved signature, as 某市自然资源和规划局")?.Trim() is not { } name)
        {
            return null;
        }

        if (!name.AsSpan().ContainsAny('【', '】'))
        {
            return name;
        }

        sms.Error("signName", "is written without 【】; the provider adds them");
        return null;
    }

    /// <summary>Reads the address of the service; null takes the provider's own.</summary>
    public static Uri? Endpoint(MapReader sms)
    {
        if (Web.AddressOf(sms, "endpoint") is not { } uri)
        {
            return null;
        }

        if (uri.AbsolutePath != "/" || uri.Query.Length > 0)
        {
            sms.Error("endpoint", $"'{sms.Written("endpoint")}' holds more than a host; write it as https://dysmsapi.aliyuncs.com");
            return null;
        }

        return uri;
    }

    /// <summary>Reads what goes into one variable.</summary>
    public static TextTemplate? Variable(MapReader sms, YamlNode node, string name)
    {
        if (sms.Reading.TextOf(node, name) is not { } text)
        {
            return null;
        }

        var (template, faults) = TextTemplate.Parse(text, MessageParts.ShortNames);
        foreach (var fault in faults)
        {
            var quote = node is YamlScalar { IsPlain: true } ? 0 : 1;
            var place = fault.Line == 1 ? node.Place with { Column = node.Place.Column + quote + fault.Column - 1 } : node.Place;
            sms.Reading.Faults.Error(place, $"{name}: {fault.Message}");
        }

        return template;
    }

    /// <summary>Warns when nothing of an incident goes into the template: every message would read the same. A provider may approve no other.</summary>
    public static void WarnOfSilence(MapReader sms, IEnumerable<TextTemplate> variables)
    {
        if (sms.Has("parameters") && !variables.Any(variable => variable.Says("matter")))
        {
            sms.Warning("parameters", "no variable always holds {matter}: whoever is woken by the message cannot tell what it is about");
        }
    }
}
