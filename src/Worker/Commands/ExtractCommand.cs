using System.CommandLine;
using System.Text.Json;
using OpinionWatch.Crawling.Extraction;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>extract</c>: the bytes of one saved page in, its documents out.</summary>
internal static class ExtractCommand
{
    /// <summary>Largest page read: 64 MiB.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    public static Command Create(SharedOptions options)
    {
        var url = new Option<string>("--url") { Description = "页面地址", HelpName = "URL", Required = true };
        var contentType = new Option<string?>("--content-type") { Description = "HTTP 头 Content-Type 的值", HelpName = "VALUE" };
        var file = TextInput.Argument("保存的页面；省略或 - 表示标准输入");
        var command = new Command("extract", "从保存的页面中提取正文：输出 document，帖子每层一行") { url, contentType, file };
        command.SetAction((parsed, cancellationToken) => ExtractAsync(options.Read(parsed), parsed.GetValue(url)!, parsed.GetValue(contentType), parsed.GetValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> ExtractAsync(Folders folders, string address, string? contentType, FileInfo? file, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            await Terminal.Error.WriteLineAsync("opinionwatch: --url takes an absolute http or https address.");
            return ExitCode.WrongUse;
        }

        var bytes = await ReadAsync(file, cancellationToken);
        if (bytes is null)
        {
            await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}: error: the page is larger than {MaxBytes} bytes");
            return ExitCode.Failed;
        }

        var page = new Page { RequestedUrl = url, Url = url, Status = 200, Body = bytes, ContentType = contentType, FetchedAt = TimeProvider.System.GetUtcNow() };
        var configuration = Configured.Find(folders);
        var reading = Read(page, SourceOf(url, configuration), configuration?.TimeZone ?? TimeZones.Fixed("UTC+8", TimeSpan.FromHours(8)));
        foreach (var document in reading.Documents)
        {
            await Terminal.Out.WriteLineAsync(JsonSerializer.Serialize(document, ContractJson.Options));
        }

        if (reading.Fault is not null)
        {
            await Terminal.Error.WriteLineAsync($"{TextInput.NameOf(file)}: {reading.Fault}");
        }

        return reading.Documents.Count > 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static DocumentReading Read(Page page, Source source, TimeZoneInfo zone)
    {
        var reader = new PageReader();
        return reader.LooksLikeFeed(page)
            ? FeedDocuments.Of(reader.ReadList(page, source, zone), page, source, reader)
            : reader.ReadItem(page, source, zone, listed: null);
    }

    private static Source SourceOf(Uri url, WatchConfiguration? configuration) =>
        configuration?.Crawling.Sources.FirstOrDefault(s => s.Start.Any(start => start.Authority == url.Authority))
        ?? new Source { Id = url.Host, Name = url.Host, Start = [url] };

    private static async Task<byte[]?> ReadAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        await using var stream = TextInput.Open(file);
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (memory.Length + read > MaxBytes)
            {
                return null;
            }

            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return memory.ToArray();
    }
}
