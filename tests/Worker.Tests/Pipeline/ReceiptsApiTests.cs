using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Alerts;
using OpinionWatch.Alerts.Outbox;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Console.Api;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Pipeline;

/// <summary>Receipts and replies as gateways post them, on the real store.</summary>
public sealed class ReceiptsApiTests : IAlertContext, IAcknowledger
{
    private const string Token = "0123456789abcdef";
    private readonly List<string> _acknowledged = [];
    private string _folder = "";
    private EmbeddedStore _store = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    public IReadOnlyDictionary<string, string> SourceNames { get; } = new Dictionary<string, string>();

    [SetUp]
    public async Task Start()
    {
        _acknowledged.Clear();
        _folder = Directory.CreateTempSubdirectory("opinionwatch-receipts-").FullName;
        _store = await EmbeddedStore.OpenAsync(_folder, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        builder.Services.AddEmbeddedStore(_store).AddAlerts()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IAlertContext>(this)
            .AddSingleton<IAcknowledger>(this)
            .AddSingleton<ICurrent<EscalationPolicy>>(new Fixed<EscalationPolicy>(new EscalationPolicy()))
            .AddSingleton<ICurrent<ContactBook>>(new Fixed<ContactBook>(new ContactBook([new Contact { Id = "officer", Name = "信息员", Phone = "13800000000" }], new Dictionary<string, IReadOnlyList<string>>())))
            .AddSingleton<ICurrent<AlertsOptions>>(new Fixed<AlertsOptions>(new AlertsOptions
            {
                Sms = new AliyunSmsOptions { AccessKeyId = "i", AccessKeySecret = "s", SignName = "局", Template = "T", Parameters = [], Receipts = new ReceiptOptions { Token = Token } },
            }));
        _app = builder.Build();
        _app.UseRouting();
        ReceiptsApi.Map(_app);
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    [TearDown]
    public async Task Stop()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public Task<Incident?> FindIncidentAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult<Incident?>(new Incident { Id = id, Level = Level.Major, LevelSince = DateTimeOffset.UnixEpoch, OpenedAt = DateTimeOffset.UnixEpoch, Title = "事项" });

    public TimeSpan LeadOf(Incident incident) => TimeSpan.Zero;

    public Task<bool> AcknowledgeAsync(string incidentId, string by, string note, CancellationToken cancellationToken)
    {
        _acknowledged.Add($"{incidentId} {by} {note}");
        return Task.FromResult(true);
    }

    [Test]
    public async Task A_posted_receipt_is_on_disk_and_thanked_for_as_the_gateway_expects()
    {
        await SentAsync();

        var first = await PostAsync($"/api/receipts/aliyun?token={Token}", """[{"out_id":"a@x","success":true,"err_code":"DELIVERED"},{"out_id":"never@heard","success":false,"err_code":"X"}]""");
        var again = await PostAsync($"/api/receipts/aliyun?token={Token}", """[{"out_id":"a@x","success":false,"err_code":"LATE"}]""");

        Assert.That(new[] { first, again }, Is.All.EqualTo((HttpStatusCode.OK, """{"code":0,"msg":"接收成功"}""")));
        Assert.That((await _store.ListDeliveriesAsync("20261124-0001", CancellationToken.None)).Single().State, Is.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task A_posted_reply_acknowledges_in_the_persons_name()
    {
        await SentAsync();

        await PostAsync($"/api/replies/aliyun?token={Token}", """[{"phone_number":"13800000000","content":"签收","sign_name":"局","dest_code":"1","sequence_id":1}]""");

        Assert.That(_acknowledged, Is.EqualTo(new[] { "20261124-0001 信息员 短信回复签收" }));
    }

    [TestCase("/api/receipts/aliyun", 403)]
    [TestCase("/api/receipts/aliyun?token=0123456789abcdeF", 403)]
    [TestCase("/api/receipts/tencent?token=0123456789abcdef", 404)]
    [TestCase("/api/replies/aliyun?token=", 403)]
    public async Task Without_its_token_nothing_is_taken(string address, int status)
    {
        await SentAsync();

        var (code, _) = await PostAsync(address, """[{"out_id":"a@x","success":true}]""");

        Assert.That((int)code, Is.EqualTo(status));
        Assert.That((await _store.ListDeliveriesAsync("20261124-0001", CancellationToken.None)).Single().State, Is.EqualTo(DeliveryState.Sent));
    }

    [Test]
    public async Task Half_an_emoji_in_one_reply_of_a_batch_is_not_posted_again_for_ever()
    {
        await SentAsync();

        var (status, _) = await PostAsync($"/api/replies/aliyun?token={Token}", """[{"phone_number":"13900000000","content":"\ud83d"},{"phone_number":"13800000000","content":"签收0001"}]""");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_acknowledged, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_reply_posted_again_with_its_time_does_nothing()
    {
        await SentAsync();
        var json = $$"""[{"phone_number":"13800000000","content":"签收","send_time":"{{TimeProvider.System.GetUtcNow().AddHours(8).AddMinutes(5):yyyy-MM-dd HH:mm:ss}}","sequence_id":1}]""";

        await PostAsync($"/api/replies/aliyun?token={Token}", json);
        await PostAsync($"/api/replies/aliyun?token={Token}", json);

        Assert.That(_acknowledged, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task More_than_is_read_is_refused_and_not_thanked_for()
    {
        await SentAsync();
        var many = "[" + string.Join(',', Enumerable.Repeat("""{"out_id":"x@x","success":true}""", 1000).Append("""{"out_id":"a@x","success":true}""")) + "]";

        var (status, _) = await PostAsync($"/api/receipts/aliyun?token={Token}", many);

        Assert.That((int)status, Is.EqualTo(413));
        Assert.That((await _store.ListDeliveriesAsync("20261124-0001", CancellationToken.None)).Single().State, Is.EqualTo(DeliveryState.Sent));
    }

    [Test]
    public async Task A_form_that_is_none_is_refused_and_no_fault_of_ours()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 3000).Select(i => $"k{i}=1"))));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var response = await _http.PostAsync($"/api/receipts/aliyun?token={Token}", content);

        Assert.That((int)response.StatusCode, Is.EqualTo(400));
    }

    private async Task SentAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var alert = new Alert
        {
            Id = "a",
            MessageId = "a@x",
            IncidentId = "20261124-0001",
            Level = Level.Major,
            Step = "major/1",
            Contact = "officer",
            Channel = ChannelKind.Sms,
            Address = "13800000000",
            DueAt = now,
            CreatedAt = now,
            Text = "文",
        };
        await _store.KeepAsync(new Kept { At = now, Alerts = [alert] }, CancellationToken.None);
        await _store.RecordAsync([new DeliveryChange { AlertId = "a", At = now, State = DeliveryState.Sent, Attempts = 1 }], CancellationToken.None);
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string address, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(address, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
