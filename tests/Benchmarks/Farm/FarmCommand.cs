using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpinionWatch.Benchmarks.Farm;

/// <summary>
/// <c>farm HOSTS PAGES [SECONDS LOG]</c>: a news site on each of HOSTS loopback addresses (127.0.1.0 and up) at one port, which it prints. Without SECONDS all pages are published
/// from the start; with them each host publishes its pages at random instants within that time, and LOG gets a line <c>title TAB instant</c> for each.
/// </summary>
internal static class FarmCommand
{
    private const int FirstAddress = 0x7F000100;

    public static async Task<int> RunAsync(int hosts, int pages, int seconds, string? log)
    {
        var start = TimeProvider.System.GetUtcNow();
        var random = new Random(20261124);
        var instants = Enumerable.Range(0, hosts)
            .Select(_ => Enumerable.Range(0, pages).Select(_ => start.AddSeconds(seconds == 0 ? -60 : 10 + (random.NextDouble() * seconds))).Order().ToArray())
            .ToArray();
        if (log is not null)
        {
            var lines = instants.SelectMany((times, host) => times.Select((time, number) => string.Create(CultureInfo.InvariantCulture, $"{FarmPages.Title(host, number)}\t{time:O}")));
            await File.WriteAllLinesAsync(log, lines);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Any, 0));
        await using var farm = builder.Build();
        farm.MapGet("/", (HttpContext context) => Html(FarmPages.List(HostOf(context), Published(instants[HostOf(context)]))));
        farm.MapGet("/a/{number:int}.html", (int number, HttpContext context) =>
            number >= 0 && number < pages && instants[HostOf(context)][number] <= TimeProvider.System.GetUtcNow() ? Html(FarmPages.Article(HostOf(context), number, instants[HostOf(context)][number])) : Results.NotFound());
        await farm.StartAsync();
        System.Console.WriteLine(new Uri(farm.Urls.First()).Port);
        await farm.WaitForShutdownAsync();
        return 0;
    }

    private static IEnumerable<int> Published(DateTimeOffset[] instants) =>
        Enumerable.Range(0, instants.Count(instant => instant <= TimeProvider.System.GetUtcNow())).Reverse();

    private static int HostOf(HttpContext context)
    {
        var bytes = context.Connection.LocalIpAddress!.MapToIPv4().GetAddressBytes();
        return ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) - FirstAddress;
    }

    private static IResult Html(string page) => Results.Bytes(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");
}
