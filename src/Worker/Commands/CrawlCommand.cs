using System.CommandLine;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Hosting;
using Serilog;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>crawl</c>: one pass over the sites, each document a line of JSON.</summary>
/// <remarks>It remembers what it met in a folder of its own, <c>crawl</c> in the data folder: what a person looks at here is not taken from the service.</remarks>
internal static class CrawlCommand
{
    public static Command Create(SharedOptions options)
    {
        var sites = new Option<string[]>("--site") { Description = "只采集这些信源（编号，可多次给出）", HelpName = "ID" };
        var command = new Command("crawl", "采集一遍信源后退出：每个 document 输出一行") { sites };
        command.SetAction((parsed, cancellationToken) => CrawlAsync(options.Read(parsed), parsed.GetValue(sites) ?? [], cancellationToken));
        return command;
    }

    private static async Task<int> CrawlAsync(Folders folders, string[] wanted, CancellationToken cancellationToken)
    {
        var configuration = Configured.Require(folders);
        var known = configuration.Crawling.Sources.Select(s => s.Id).ToHashSet();
        if (wanted.FirstOrDefault(id => !known.Contains(id)) is { } missing)
        {
            await Terminal.Error.WriteLineAsync($"opinionwatch: there is no site {missing}; there are {string.Join(", ", known)}.");
            return ExitCode.WrongUse;
        }

        var serilog = new LoggerConfiguration();
        Logs.ConfigureForCommand(serilog);
        using var logs = LoggerFactory.Create(builder => builder.AddSerilog(serilog.CreateLogger(), dispose: true));
        await using var store = await EmbeddedStore.OpenAsync(Path.Combine(configuration.DataFolder, "crawl"), TimeProvider.System, logs, cancellationToken);
        await using var sink = new JsonLinesSink(Terminal.OpenStandardOutput());
        using var crawler = new Crawler(new Fixed<CrawlingOptions>(configuration.Crawling), store, store, store, new PageReader(), sink, TimeProvider.System, logs.CreateLogger<Crawler>());
        var ids = wanted.Length > 0 ? wanted : [.. configuration.Crawling.Sources.Where(s => s.Enabled).Select(s => s.Id)];
        await crawler.CrawlOnceAsync(ids, cancellationToken);
        var troubled = crawler.Health().Where(h => ids.Contains(h.Id) && h.Trouble is not null).ToList();
        foreach (var health in troubled)
        {
            await Terminal.Error.WriteLineAsync($"{health.Id}: {health.Trouble}");
        }

        await Terminal.Error.WriteLineAsync($"{sink.Count} documents from {ids.Length} sites, {troubled.Count} of them in trouble.");
        return troubled.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
