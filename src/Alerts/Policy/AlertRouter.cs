using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>Decides who hears of a step, and by which channels (路由).</summary>
public static class AlertRouter
{
    private static readonly ChannelKind[] ByHaste = [ChannelKind.Sms, ChannelKind.Email, ChannelKind.Webhook];

    /// <summary>Routes steps that are due together.</summary>
    /// <param name="incident">The incident as it stands before the steps are marked as taken.</param>
    /// <param name="due">Steps due, oldest first.</param>
    /// <param name="contacts">All contacts and groups.</param>
    /// <param name="policy">The policy in force; tells which steps taken before concerned whom.</param>
    /// <param name="channels">Channels that are configured at all; one that is only failing belongs in it.</param>
    /// <param name="newAlertId">Gives the name of a new alert.</param>
    public static Routing Route(
        Incident incident,
        IReadOnlyList<DueStep> due,
        ContactBook contacts,
        EscalationPolicy policy,
        IReadOnlySet<ChannelKind> channels,
        Func<string> newAlertId)
    {
        var told = ToldAlready(incident, contacts, policy);
        var drafts = new List<AlertDraft>();
        var remarks = new List<RoutingRemark>();
        foreach (var step in due)
        {
            var before = drafts.Count;
            foreach (var contact in contacts.Resolve(step.Step.Notify))
            {
                var used = Choose(contact, step.Step, channels, remarks);
                drafts.AddRange(used.Select(channel => new AlertDraft(newAlertId(), contact, channel, AddressOf(contact, channel)!, step, !told.Contains(contact.Id))));
                if (used.Count > 0)
                {
                    told.Add(contact.Id);
                }
            }

            if (drafts.Count == before)
            {
                remarks.Add(new RoutingRemark(RoutingRemarkKind.Nobody, step.Step.Key, null, $"步骤 {step.Step.Key} 没有可通知的人:{string.Join("、", step.Step.Notify)}。"));
            }
        }

        return new Routing(drafts, remarks);
    }

    /// <summary>Gives a contact's address on a channel; null when there is none. A robot's is the contact's id: its web address is as good as a key.</summary>
    public static string? AddressOf(Contact contact, ChannelKind channel) => channel switch
    {
        ChannelKind.Email => NullIfBlank(contact.Email),
        ChannelKind.Sms => NullIfBlank(contact.Phone),
        ChannelKind.Webhook => contact.Webhook is null ? null : contact.Id,
        _ => null,
    };

    private static List<ChannelKind> Choose(Contact contact, EscalationStep step, IReadOnlySet<ChannelKind> channels, List<RoutingRemark> remarks)
    {
        var usable = ByHaste.Where(channel => channels.Contains(channel) && AddressOf(contact, channel) is not null).ToList();
        var wanted = step.By.Distinct().Where(usable.Contains).ToList();
        if (wanted.Count > 0)
        {
            return wanted;
        }

        if (usable.Count == 0)
        {
            remarks.Add(new RoutingRemark(RoutingRemarkKind.Unreachable, step.Key, contact.Id, $"{contact.Name} 没有可用的联系方式。"));
            return [];
        }

        remarks.Add(new RoutingRemark(RoutingRemarkKind.OtherChannel, step.Key, contact.Id, $"{contact.Name} 没有步骤指定的联系方式,改用{Name(usable[0])}。"));
        return [usable[0]];
    }

    private static HashSet<string> ToldAlready(Incident incident, ContactBook contacts, EscalationPolicy policy)
    {
        var taken = incident.Steps
            .Where(step => step.DueAt >= incident.LevelSince || incident.LevelHistory.Count <= 1)
            .Select(step => step.Step)
            .ToHashSet();
        return [.. StepNames.Of(policy, incident.Level)
            .Where(named => taken.Contains(named.Name) || taken.Contains(named.Step.Key))
            .SelectMany(named => contacts.Resolve(named.Step.Notify))
            .Select(contact => contact.Id)];
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Name(ChannelKind channel) => channel switch
    {
        ChannelKind.Email => "邮件",
        ChannelKind.Sms => "短信",
        _ => "群机器人",
    };
}
