using System.Diagnostics;
using OpinionWatch.Alerts.Receipts;
using OpinionWatch.Alerts.Tests.Outbox;
using OpinionWatch.Model;
using OpinionWatch.TestKit.Real;
using OpinionWatch.TestKit.Sms;

namespace OpinionWatch.Alerts.Tests.RealServer;

[Category("RealServer")]
[NonParallelizable]
public class KannelTests
{
    [Test]
    public async Task Kannel_takes_a_text_message_reports_its_delivery_and_hands_on_the_answer()
    {
        Assert.That(KannelGateway.Missing, Is.Null, "tests/run installs it; elsewhere leave the category RealServer out");

        await using var ours = await LoopbackSmsGateway.StartAsync();
        ours.Answer = _ => new SmsAnswer { Body = "OK" };
        await using var kannel = await KannelGateway.StartAsync(new Uri(ours.Root, "mo"));
        var options = new HttpSmsOptions
        {
            Method = "GET",
            Url = $"http://127.0.0.1:{kannel.Port}/cgi-bin/sendsms?username=ow&password=secret&to={{to}}&text={{text}}&coding=2&charset=UTF-8&dlr-mask=31"
                + $"&dlr-url=http%3A%2F%2F127.0.0.1%3A{ours.Root.Port}%2Fdlr%3Fid%3D{{id}}%26st%3D%25d",
            Success = "^[03]:",
            Receipts = new ReceiptOptions { Token = "unused-here-0001", State = "st", Delivered = ["1"], Failed = ["2", "16"] },
        };
        await using var office = new PostOffice(Some.Options(sms: options));
        office.Incidents.Add(Matters.Eviction());
        office.Start();
        var watch = Stopwatch.StartNew();

        await office.KeepAsync(Some.Alert("a", channel: ChannelKind.Sms) with { IncidentId = Matters.Eviction().Id });
        await office.Outbox.UntilAsync(o => o.Get("a").State == DeliveryState.Sent);
        await kannel.ConnectCarrierAsync("13800000000 10690000 text 20261124-0001");
        await TakeUntilAsync(ours, office, options);

        await TestContext.Out.WriteLineAsync($"One message through Kannel, delivered and answered after {watch.Elapsed.TotalSeconds:0.00} s.");
        Assert.That(office.Outbox.Get("a").State, Is.EqualTo(DeliveryState.Delivered));
        Assert.That(office.Acknowledged, Is.EqualTo(new[] { ("20261124-0001", "舆情信息员") }));
    }

    /// <summary>Takes what Kannel posts until both the receipt and the answer are in.</summary>
    private static async Task TakeUntilAsync(LoopbackSmsGateway ours, PostOffice office, HttpSmsOptions options)
    {
        for (var count = 1; office.Acknowledged.Count == 0 || office.Outbox.Get("a").State != DeliveryState.Delivered; count++)
        {
            var request = (await ours.WaitForAsync(count))[count - 1];
            var query = System.Web.HttpUtility.ParseQueryString(request.Path.Split('?')[1]);
            var rows = ReceiptReader.Rows(query.AllKeys.Select(key => KeyValuePair.Create(key!, query[key]!)), "")!;
            await office.Receipts.TakeAsync(ReceiptReader.Receipts(options, rows), CancellationToken.None);
            foreach (var reply in ReceiptReader.Replies(options, rows))
            {
                await office.Replies.TakeAsync(reply, CancellationToken.None);
            }
        }
    }
}
