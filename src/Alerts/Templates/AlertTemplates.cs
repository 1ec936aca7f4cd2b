namespace OpinionWatch.Alerts.Templates;

/// <summary>Texts of the bureau's own: <c>config/templates</c>. What is null is written in the built-in words.</summary>
public sealed record AlertTemplates
{
    /// <summary><c>sms.txt</c>: the whole text message, at most 70 characters once filled.</summary>
    public TextTemplate? Sms { get; init; }

    /// <summary><c>mail.subject.txt</c>.</summary>
    public TextTemplate? MailSubject { get; init; }

    /// <summary><c>mail.txt</c>: the plain part of a mail.</summary>
    public TextTemplate? MailText { get; init; }

    /// <summary><c>mail.html</c>: the HTML part; values are escaped.</summary>
    public TextTemplate? MailHtml { get; init; }

    /// <summary><c>webhook.md</c>: what robots say in markdown; values are escaped.</summary>
    public TextTemplate? WebhookMarkdown { get; init; }

    /// <summary><c>webhook.txt</c>: what robots say in plain text.</summary>
    public TextTemplate? WebhookText { get; init; }
}
