using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Sessions;

public sealed class ForwardingWatchTests
{
    [TestCase("192.0.2.1", "X-Forwarded-For", true)]
    [TestCase("::ffff:192.0.2.1", "X-Forwarded-For", true)]
    [TestCase("192.0.2.1", "Accept", false)]
    [TestCase("192.0.2.2", "X-Forwarded-For", false)]
    [TestCase("::ffff:192.0.2.2", "X-Forwarded-For", false)]
    [TestCase("127.0.0.1", "X-Forwarded-For", false)]
    [TestCase("192.0.2.1", "X-Forwarded-For,X-Original-For", false)]
    public async Task A_peer_that_forwards_and_is_no_known_proxy_is_named_once(string peer, string headers, bool named)
    {
        var log = new Lines();
        var watch = Make(log);

        await watch.InvokeAsync(Ask(peer, headers.Split(',')));
        await watch.InvokeAsync(Ask(peer, headers.Split(',')));

        Assert.That(log, Has.Count.EqualTo(named ? 1 : 0));
        Assert.That(log, Has.All.Contain("192.0.2.1 ").And.All.Contain("console.proxies"));
    }

    [Test]
    public async Task A_flood_of_peers_does_not_fill_the_log()
    {
        var log = new Lines();
        var watch = Make(log);

        for (var peer = 0; peer < 250; peer++)
        {
            await watch.InvokeAsync(Ask($"203.0.113.{peer}", "X-Forwarded-For"));
        }

        Assert.That(log, Has.Count.EqualTo(20));
    }

    private static ForwardingWatch Make(Lines log) => new(_ => Task.CompletedTask, new Held(new ConsoleOptions { Proxies = [IPAddress.Parse("192.0.2.2")] }), log);

    private static DefaultHttpContext Ask(string peer, params string[] headers)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        Array.ForEach(headers, header => context.Request.Headers[header] = "198.51.100.4");
        return context;
    }

    private sealed class Lines : List<string>, ILogger<ForwardingWatch>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Add(formatter(state, exception));
    }

    private sealed record Held(ConsoleOptions Value) : ICurrent<ConsoleOptions>;
}
