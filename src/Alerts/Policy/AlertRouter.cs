using OpinionWatch.Alerts.Duty;
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
    /// <param name="now">The instant the steps are taken: who is on duty and who is away is asked of it, not of the instant they were planned for.</param>
    /// <param name="newAlertId">Gives the name of a new alert.</param>
    public static Routing Route(
        Incident incident,
        IReadOnlyList<DueStep> due,
        ContactBook contacts,
        EscalationPolicy policy,
        IReadOnlySet<ChannelKind> channels,
        DateTimeOffset now,
        Func<string> newAlertId)
    {
        var told = ToldAlready(incident, contacts, policy, channels);
        var drafts = new List<AlertDraft>();
        var remarks = new List<RoutingRemark>();
        foreach (var step in due)
        {
            foreach (var contact in PeopleOf(step.Step, contacts, policy, incident.Level, channels, now, remarks))
            {
                var used = Choose(contact, step.Step, channels, remarks);
                drafts.AddRange(used.Select(channel => new AlertDraft(newAlertId(), contact, channel, AddressOf(contact, channel)!, step, !told.Contains(contact.Id))));
                if (used.Count > 0)
                {
                    told.Add(contact.Id);
                }
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

    /// <summary>Says whether any of the channels reaches a contact.</summary>
    public static bool CanBeReached(Contact contact, IReadOnlySet<ChannelKind> channels) => channels.Any(channel => AddressOf(contact, channel) is not null);

    /// <summary>Lists who hears of a step. As long as anything reaches anybody there is somebody: the level's other people, then those of all levels, then everyone.</summary>
    private static IReadOnlyList<Contact> PeopleOf(EscalationStep step, ContactBook contacts, EscalationPolicy policy, Level level, IReadOnlySet<ChannelKind> channels, DateTimeOffset now, List<RoutingRemark> remarks)
    {
        bool Reached(Contact contact) => CanBeReached(contact, channels);
        var meant = Recipients.Of(contacts, step.Notify, now, Reached);
        remarks.AddRange(meant.EmptyRosters.Select(roster => new RoutingRemark(RoutingRemarkKind.EmptyRoster, step.Key, null, $"值班表 {roster} 此刻无人值班。")));
        remarks.AddRange(meant.StoodIn.Select(pair => new RoutingRemark(RoutingRemarkKind.StoodIn, step.Key, pair.Deputy.Id, $"{pair.Away.Name} 不在或无法联系，由 {pair.Deputy.Name} 代。")));
        if (meant.People.Any(Reached))
        {
            return meant.People;
        }

        var instead = Everybody(policy, level).Select(ids => Recipients.Of(contacts, ids, now, Reached).People).Append(contacts.Contacts)
            .Select(people => people.Where(Reached).ToList())
            .FirstOrDefault(people => people.Count > 0);
        remarks.Add(instead is null
            ? new RoutingRemark(RoutingRemarkKind.Nobody, step.Key, null, $"步骤 {step.Key} 没有可通知的人：{string.Join("、", step.Notify)}。")
            : new RoutingRemark(RoutingRemarkKind.Others, step.Key, null, $"步骤 {step.Key} 没有可通知的人：{string.Join("、", step.Notify)}；改为通知 {string.Join("、", instead.Select(contact => contact.Name))}。"));
        return [.. meant.People, .. instead ?? []];
    }

    /// <summary>Gives the ids all steps of the level name, then those of all levels.</summary>
    private static IEnumerable<IEnumerable<string>> Everybody(EscalationPolicy policy, Level level) =>
        [NotifyOf(policy.Steps.TryGetValue(level, out var steps) ? steps : []), NotifyOf(policy.Steps.OrderByDescending(pair => pair.Key).SelectMany(pair => pair.Value))];

    private static IEnumerable<string> NotifyOf(IEnumerable<EscalationStep> steps) => steps.SelectMany(step => step.Notify).Distinct();

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

        remarks.Add(new RoutingRemark(RoutingRemarkKind.OtherChannel, step.Key, contact.Id, $"{contact.Name} 没有步骤指定的联系方式，改用{Name(usable[0])}。"));
        return [usable[0]];
    }

    private static HashSet<string> ToldAlready(Incident incident, ContactBook contacts, EscalationPolicy policy, IReadOnlySet<ChannelKind> channels)
    {
        var taken = incident.Steps.Where(step => step.DueAt >= incident.LevelSince || incident.LevelHistory.Count <= 1);
        return [.. taken
            .Join(NamesOf(policy, incident.Level), step => step.Step, named => named.Name, (step, named) => (step.TakenAt, named.Step.Notify))
            .SelectMany(told => Recipients.Of(contacts, told.Notify, told.TakenAt, contact => CanBeReached(contact, channels)).People)
            .Select(contact => contact.Id)];
    }

    /// <summary>Lists the steps of a level by their lasting names and by their keys, which older versions kept.</summary>
    private static IEnumerable<(string Name, EscalationStep Step)> NamesOf(EscalationPolicy policy, Level level) =>
        StepNames.Of(policy, level).SelectMany(named => new[] { (named.Name, named.Step), (named.Step.Key, named.Step) }.Distinct());

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Name(ChannelKind channel) => channel switch
    {
        ChannelKind.Email => "邮件",
        ChannelKind.Sms => "短信",
        _ => "群机器人",
    };
}
