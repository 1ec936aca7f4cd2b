using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using OpinionWatch.Crawling.Rendering;

namespace OpinionWatch.Crawling.Tests.Rendering;

public sealed class DevToolsPipeTests
{
    [Test]
    public async Task Of_a_request_of_megabytes_only_what_is_needed_to_refuse_it_waits()
    {
        var browser = new Pipe();
        using var pipe = new DevToolsPipe(Stream.Null, browser.Reader.AsStream(), TimeProvider.System);
        var events = Channel.CreateUnbounded<DevToolsEvent>();
        pipe.Follow("S", events.Writer);

        await WriteAsync(browser, """{"method":"Fetch.requestPaused","sessionId":"S","params":{"requestId":"7","resourceType":"XHR","request":{"url":"http://a.test/?LONG"}}}""");
        await WriteAsync(browser, """{"method":"Page.javascriptDialogOpening","sessionId":"S","params":{"message":"LONG"}}""");
        await WriteAsync(browser, """{"method":"Fetch.requestPaused","sessionId":"S","params":{"requestId":"8","resourceType":"XHR","request":{"url":"http://a.test/"}}}""");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        DevToolsEvent[] happened = [await events.Reader.ReadAsync(limit.Token), await events.Reader.ReadAsync(limit.Token), await events.Reader.ReadAsync(limit.Token)];

        Assert.That(happened.Select(one => one.Method), Is.EqualTo([DevToolsEvent.Oversized, DevToolsEvent.Dialog, DevToolsEvent.Paused]));
        Assert.That(happened[0].Parameters.GetRawText(), Is.EqualTo("""{"requestId":"7","resourceType":"XHR"}"""));
        Assert.That(happened[1].Parameters.ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Undefined));
        Assert.That(happened[2].Parameters.GetProperty("request").GetProperty("url").GetString(), Is.EqualTo("http://a.test/"));
    }

    private static async Task WriteAsync(Pipe to, string message) => await to.Writer.WriteAsync(Encoding.UTF8.GetBytes(message.Replace("LONG", new string('x', 2_000_000), StringComparison.Ordinal) + '\0'));
}
