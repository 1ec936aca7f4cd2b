using OpinionWatch.Alerts.Templates;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>Sends one harmless message by every channel of a contact (<c>notify-test</c>). Nothing is put in the outbox.</summary>
public sealed class ChannelTest(ChannelRack channels, ICurrent<AlertsOptions> options, TimeProvider time)
{
    /// <summary>Sends the messages one after the other and says what became of each.</summary>
    /// <returns>One result for each address the contact has; empty when it has none.</returns>
    public async Task<IReadOnlyList<ChannelTestResult>> RunAsync(Contact contact, CancellationToken cancellationToken)
    {
        var results = new List<ChannelTestResult>();
        foreach (var (kind, address) in AddressesOf(contact))
        {
            var outcome = channels.Find(kind) is { } channel
                ? await channel.SendAsync(Message(contact, kind, address), cancellationToken)
                : new SendOutcome.GiveUp($"没有配置{ChannelNames.Of(kind)}渠道");
            results.Add(new ChannelTestResult(kind, outcome));
        }

        return results;
    }

    private static IEnumerable<(ChannelKind Kind, string Address)> AddressesOf(Contact contact)
    {
        if (contact.Email is { Length: > 0 } email)
        {
            yield return (ChannelKind.Email, email);
        }

        if (contact.Phone is { Length: > 0 } phone)
        {
            yield return (ChannelKind.Sms, phone);
        }

        if (contact.Webhook is not null)
        {
            yield return (ChannelKind.Webhook, contact.Id);
        }
    }

    private OutgoingMessage Message(Contact contact, ChannelKind kind, string address)
    {
        var now = time.GetUtcNow();
        var at = new ZoneTime(options.Value.TimeZone).Full(now);
        var organisation = PlainText.OneLine(options.Value.Organisation, 20);
        return new OutgoingMessage
        {
            MessageId = MessageIds.Of($"test.{contact.Id}.{now.ToUnixTimeMilliseconds()}.{kind}".ToLowerInvariant(), options.Value),
            Step = "test",
            Address = address,
            ComposedAt = now,
            Subject = $"【测试】{organisation}舆情监测系统{ChannelNames.Of(kind)}渠道测试",
            Text = kind == ChannelKind.Sms
                ? PlainText.Cut($"【测试】{organisation}舆情监测系统短信渠道测试，{at}，收到无需处理。", SmsText.Most)
                : $"{PlainText.OneLine(contact.Name, 20)}：\n\n这是{organisation}舆情监测系统于{at}发出的{ChannelNames.Of(kind)}渠道测试，不涉及任何事件，收到无需处理。\n",
        };
    }
}
