using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using OpinionWatch.Incidents.Lifecycle;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Sms;
using OpinionWatch.TestKit.Smtp;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>A bureau over simulated days: posts appear, people answer, things go wrong; the service is started again whenever it dies.</summary>
internal sealed class Town : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Times in a row nothing may be due or in hand: between two rounds of the dispatcher there is a moment without either.</summary>
    private const int StillLooks = 5;

    private readonly ConfigFolder _folder;
    private readonly WatchConfiguration _configuration;
    private readonly List<(DateTimeOffset At, Func<Town, Task> What)> _events = [];
    private readonly List<(Document Document, Analysis Analysis)> _unread = [];
    private readonly ConcurrentQueue<Received> _texts = new();
    private readonly List<Received> _mails = [];
    private string _data;
    private int _mailsSeen;

    private Town(ConfigFolder folder, WatchConfiguration configuration, LoopbackSmtpServer mail, LoopbackSmsGateway sms)
    {
        (_folder, _configuration, Mail, Sms) = (folder, configuration, mail, sms);
        _data = Path.Combine(folder.Root, "data-0");
        Sms.Answer = request =>
        {
            var answer = Gateway(request);
            if (answer.Body.Contains("\"code\": 0", StringComparison.Ordinal) && !answer.Drop)
            {
                var body = JsonDocument.Parse(request.Text).RootElement;
                _texts.Enqueue(new Received(body.GetProperty("id").GetString()!, Now, Life.Clock.GetUtcNow(), ChannelKind.Sms, body.GetProperty("text").GetString()!));
            }

            return answer;
        };
    }

    public LoopbackSmtpServer Mail { get; }

    public LoopbackSmsGateway Sms { get; }

    /// <summary>What the gateway answers.</summary>
    public Func<SmsRequest, SmsAnswer> Gateway { get; set; } = _ => new SmsAnswer();

    /// <summary>Quartz does not fire.</summary>
    public bool SchedulerIsFrozen { get; set; }

    /// <summary>Nothing can be written.</summary>
    public bool DiskIsFull { get; set; }

    /// <summary>Done every half minute, when what could go out has gone out.</summary>
    public Func<Town, Task> EachTick { get; set; } = _ => Task.CompletedTask;

    /// <summary>Asked at each step whether the process dies there.</summary>
    public Func<Step, bool> DiesAt { get; set; } = _ => false;

    /// <summary>How long it takes to come up again, by the number of the kill.</summary>
    public Func<int, TimeSpan> DownFor { get; set; } = kill => TimeSpan.FromMinutes(kill % 4);

    /// <summary>What happens to the data folder while the service is down.</summary>
    public Action<string> WhileDown { get; set; } = _ => { };

    public Life Life { get; private set; } = null!;

    /// <summary>The true time, whatever the machine's clock says.</summary>
    public DateTimeOffset Now { get; private set; } = Start;

    public int Kills { get; private set; }

    /// <summary>When each post appeared and when somebody answered for it.</summary>
    public Dictionary<string, (DateTimeOffset PublishedAt, DateTimeOffset? AnsweredAt)> Posts { get; } = [];

    public IReadOnlyList<Received> Messages => [.. _texts.Concat(_mails).OrderBy(message => message.At)];

    public string Data => _data;

    public static async Task<Town> FoundAsync(string escalation, string? contacts = null)
    {
        var mail = await LoopbackSmtpServer.StartAsync();
        var sms = await LoopbackSmsGateway.StartAsync();
        var folder = new ConfigFolder().Complete().Write("escalation.yaml", escalation);
        folder.Write("opinionwatch.yaml", $$"""
            organisation: 示例局
            timeZone: Asia/Shanghai
            mail: { from: 监测 <watch@bureau.test>, host: 127.0.0.1, port: {{mail.Port}}, security: none }
            sms: { gateway: http, url: "{{sms.Root}}send", body: '{"to":"{to}","text":"{text}","id":"{id}"}', success: '"code": *0', receipts: { token: 0123456789abcdef } }
            """);
        folder.Write("contacts.yaml", contacts ?? """
            contacts:
              - { id: officer, name: 信息员, email: officer@bureau.test, phone: "13800000000" }
              - { id: director, name: 局长, email: director@bureau.test, phone: "13800000001" }
            """);
        var town = new Town(folder, folder.Good(), mail, sms);
        town.Life = await Life.BeginAsync(town._data, town._configuration, new SettableClock(Start));
        return town;
    }

    /// <summary>Has something happen at an instant.</summary>
    public void At(TimeSpan after, Func<Town, Task> what) => _events.Add((Start + after, what));

    /// <summary>Has something happen at an instant.</summary>
    public void At(TimeSpan after, Action<Town> what) => At(after, town =>
    {
        what(town);
        return Task.CompletedTask;
    });

    /// <summary>Has a post appear; whoever fetched it brings it again until it is taken.</summary>
    public void Publish(Document document, Analysis analysis)
    {
        _unread.Add((document, analysis));
        Posts[document.Id] = (Now, null);
    }

    /// <summary>Lets time pass.</summary>
    public async Task PassAsync(TimeSpan span)
    {
        for (var end = Now + span; Now < end;)
        {
            await HappenAsync();
            await LiveAsync(ReadAsync);
            await LiveAsync(async life =>
            {
                if (!SchedulerIsFrozen)
                {
                    await life.Desk.SweepAsync(CancellationToken.None);
                }
            });
            await SettleAsync();
            await LiveAsync(_ => EachTick(this));
            Forward(Tick);
        }
    }

    /// <summary>Kills the service; it comes up again from what is on disk, after the time that takes.</summary>
    public async Task KillAsync()
    {
        var image = Path.Combine(_folder.Root, $"data-{++Kills}");
        Life.Disk.Kill();
        Copy(_data, image);
        var offset = Life.Clock.Offset;
        await Life.DisposeAsync();
        CollectMails();
        Directory.Delete(_data, recursive: true);
        WhileDown(image);
        Now += DownFor(Kills);
        _data = image;
        Life = await Life.BeginAsync(_data, _configuration, new SettableClock(Now) { Offset = offset });
        (Life.Disk.DiesAt, Life.Disk.IsFull) = (DiesAt, DiskIsFull);
    }

    /// <summary>Sets the machine's clock; the service notices as <c>ClockWatch</c> does.</summary>
    public async Task SetClockAsync(TimeSpan by)
    {
        Life.Clock.Offset += by;
        Life.Dispatcher.ClockSet();
        await Life.Desk.RearmAsync(CancellationToken.None);
    }

    /// <summary>Somebody acknowledges whatever the document's incident is; who cannot tries again ten minutes later.</summary>
    public async Task AcknowledgeAsync(string document)
    {
        await LiveAsync(async life =>
        {
            if ((await life.Desk.ListAsync(CancellationToken.None)).FirstOrDefault(one => one.Documents.Exists(d => d.Id == document)) is { } incident)
            {
                await life.Desk.ActAsync(incident.Id, context => IncidentLifecycle.Acknowledge(context.Incident, "局长", "", context.Now), CancellationToken.None);
                Posts[document] = (Posts[document].PublishedAt, Now);
            }
        });
        if (Posts[document].AnsweredAt is null)
        {
            _events.Add((Now + TimeSpan.FromMinutes(10), town => town.AcknowledgeAsync(document)));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Life.DisposeAsync();
        await Mail.DisposeAsync();
        await Sms.DisposeAsync();
        _folder.Dispose();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != ".lock"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = File.Create(target);
            source.CopyTo(copy);
        }
    }

    private async Task HappenAsync()
    {
        foreach (var due in _events.Where(one => one.At <= Now).OrderBy(one => one.At).ToList())
        {
            _events.Remove(due);
            await due.What(this);
        }
    }

    private async Task ReadAsync(Life life)
    {
        foreach (var post in _unread.ToList())
        {
            await life.Desk.TakeAsync(post.Document with { FetchedAt = Now }, post.Analysis, null, null, CancellationToken.None);
            _unread.Remove(post);
        }
    }

    /// <summary>Does something in the service; a kill or a full disk meanwhile is what the test is about.</summary>
    private async Task LiveAsync(Func<Life, Task> what)
    {
        try
        {
            (Life.Disk.DiesAt, Life.Disk.IsFull) = (DiesAt, DiskIsFull);
            await what(Life);
        }
        catch (Exception exception) when (exception is PowerCutException or IOException)
        {
            // Whoever asked comes again.
        }

        if (Life.Disk.IsDead)
        {
            await KillAsync();
        }
    }

    /// <summary>Waits until nothing can go out at this instant.</summary>
    private async Task SettleAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        var patience = Life.Disk.IsFull ? TimeSpan.FromMilliseconds(30) : Patience;
        var still = StillLooks - 1;
        while (!Life.Disk.IsDead && Stopwatch.GetElapsedTime(begun) < patience && still < StillLooks)
        {
            // What a channel that came back took in hand is not due yet, and half a minute must not pass over its answers.
            var isStill = Life.Dispatcher.InHand == 0 && (await Life.Store.ListDueAsync(Life.Clock.GetUtcNow(), 1, CancellationToken.None)).Count == 0;
            still = isStill ? still + 1 : 0;
            if (still < StillLooks)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }
        }

        CollectMails();
        if (Life.Disk.IsDead)
        {
            await KillAsync();
        }
    }

    private void CollectMails()
    {
        var mails = Mail.Messages;
        for (; _mailsSeen < mails.Count; _mailsSeen++)
        {
            var mail = mails[_mailsSeen].Parse();
            _mails.Add(new Received(mail.MessageId ?? "", Now, Life.Clock.GetUtcNow(), ChannelKind.Email, mail.Subject + "\n" + mail.TextBody));
        }
    }

    private void Forward(TimeSpan span)
    {
        Now += span;
        Life.Clock.Advance(span);
    }
}
