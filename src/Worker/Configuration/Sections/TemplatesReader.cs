using OpinionWatch.Alerts.Templates;
using OpinionWatch.Worker.Configuration.Files;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads <c>templates/</c>: texts of the bureau's own; a file that is not there leaves the built-in words.</summary>
internal static class TemplatesReader
{
    private const string Sms = "sms.txt";
    private const string Subject = "mail.subject.txt";
    private const string MailText = "mail.txt";
    private const string MailHtml = "mail.html";
    private const string Markdown = "webhook.md";
    private const string Plain = "webhook.txt";
    private const int MostCharacters = 64 * 1024;
    private const int MostFixedOfSms = 40;

    /// <summary>Names of the files that are read.</summary>
    public static readonly string[] Names = [Sms, Subject, MailText, MailHtml, Markdown, Plain];

    /// <summary>Reads the folder.</summary>
    public static AlertTemplates Read(ConfigurationSnapshot snapshot, FaultList faults)
    {
        var sms = ReadOne(snapshot, Sms, faults, ["level", "matter"], ["place", "source", "deadline", "incident"]);
        if (sms?.Fill(new Dictionary<string, string>()).Trim().Length is { } length and > MostFixedOfSms)
        {
            faults.Error(Place.StartOf(NameOf(snapshot, Sms)), $"its fixed words alone are {length} characters; {MostFixedOfSms} are allowed, so that the matter finds room in the 70 of one text message");
        }

        return new AlertTemplates
        {
            Sms = sms,
            MailSubject = ReadOne(snapshot, Subject, faults, ["level", "matter"], []),
            MailText = ReadOne(snapshot, MailText, faults, ["level", "matter", "incident"], ["deadline|clocks", "sources|source", "how|link"]),
            MailHtml = ReadOne(snapshot, MailHtml, faults, ["level", "matter", "incident"], ["deadline|clocks", "sources|source", "how|link"]),
            WebhookMarkdown = ReadOne(snapshot, Markdown, faults, ["level", "matter"], ["incident"]),
            WebhookText = ReadOne(snapshot, Plain, faults, ["level", "matter"], ["incident"]),
        };
    }

    private static string NameOf(ConfigurationSnapshot snapshot, string name) => YamlFile.NameOf(snapshot, "templates/" + name);

    private static TextTemplate? ReadOne(ConfigurationSnapshot snapshot, string name, FaultList faults, string[] needed, string[] wanted)
    {
        if (snapshot.Find("templates/" + name) is not { } file)
        {
            return null;
        }

        var shown = NameOf(snapshot, name);
        var (text, _, why, line) = file.Unreadable is { } unreadable ? (null, "", unreadable, 1) : FileText.Decode(file.Bytes.Span);
        why ??= text is { Length: > MostCharacters } ? $"the file has {text.Length} characters; {MostCharacters} are allowed" : string.IsNullOrWhiteSpace(text) ? "the file is empty; write a text, or remove the file to have the built-in words" : null;
        if (why is not null)
        {
            faults.Error(new Place(shown, line, 1), why);
            return null;
        }

        var (template, wrong) = TextTemplate.Parse(text!.ReplaceLineEndings("\n"), MessageParts.Names);
        foreach (var fault in wrong)
        {
            faults.Error(new Place(shown, fault.Line, fault.Column), fault.Message);
        }

        if (template is not null)
        {
            Check(template, shown, faults, needed, wanted);
        }

        return template;
    }

    private static void Check(TextTemplate template, string shown, FaultList faults, string[] needed, string[] wanted)
    {
        foreach (var part in needed.Where(part => !template.Says(part)))
        {
            faults.Error(Place.StartOf(shown), template.Names.Contains(part)
                ? $"{{{part}}} does not always stand in it: nobody could tell what the message is about"
                : $"{{{part}}} is missing: nobody could tell what the message is about");
        }

        foreach (var part in wanted.Where(part => !part.Split('|').Any(template.Names.Contains)))
        {
            faults.Warning(Place.StartOf(shown), $"{{{part.Replace("|", "} or {", StringComparison.Ordinal)}}} does not stand in it; the reader will miss it");
        }
    }
}
