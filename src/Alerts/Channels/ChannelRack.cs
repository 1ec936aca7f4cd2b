using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Channels.Email;
using OpinionWatch.Alerts.Channels.Sms;
using OpinionWatch.Alerts.Channels.Sms.Aliyun;
using OpinionWatch.Alerts.Channels.Sms.Tencent;
using OpinionWatch.Alerts.Channels.Webhook;
using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Channels;

/// <summary>The channels of the configuration in force; one whose settings were edited is built anew, and the old one finishes what it has.</summary>
public sealed class ChannelRack(ICurrent<AlertsOptions> options, ICurrent<ContactBook> contacts, IHttpClientFactory http, TimeProvider time, ILogger<ChannelRack> log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WebhookChannel _webhook = new(contacts, http, time);
    private (MailOptions Options, IChannel Channel)? _mail;
    private (SmsOptions Options, IChannel Channel)? _sms;

    /// <summary>Finds a channel; null when it is not configured.</summary>
    public IChannel? Find(ChannelKind kind)
    {
        var now = options.Value;
        lock (_gate)
        {
            return kind switch
            {
                ChannelKind.Email => Current(ref _mail, now.Mail, MailChannel),
                ChannelKind.Sms => Current(ref _sms, now.Sms, SmsChannel),
                ChannelKind.Webhook => _webhook,
                _ => null,
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            (_mail?.Channel as IDisposable)?.Dispose();
            (_sms?.Channel as IDisposable)?.Dispose();
            _mail = null;
            _sms = null;
        }
    }

    private IChannel MailChannel(MailOptions settings) => settings.Pickup is null ? new EmailChannel(settings, time) : new PickupChannel(settings);

    private IChannel SmsChannel(SmsOptions settings) => settings switch
    {
        AliyunSmsOptions aliyun => new AliyunSmsChannel(aliyun, http, time),
        TencentSmsOptions tencent => new TencentSmsChannel(tencent, http, time),
        HttpSmsOptions own => new HttpSmsChannel(own, http, time),
        _ => throw new InvalidOperationException($"There is no channel for {settings.GetType().Name}."),
    };

    private IChannel? Current<T>(ref (T Options, IChannel Channel)? held, T? wanted, Func<T, IChannel> build)
        where T : class
    {
        if (held is { } known && known.Options.Equals(wanted))
        {
            return known.Channel;
        }

        (held?.Channel as IDisposable)?.Dispose();
        held = wanted is null ? null : (wanted, build(wanted));
        if (held is { } built)
        {
            AlertsLog.ChannelBuilt(log, built.Channel.Kind);
        }

        return held?.Channel;
    }
}
