using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Storage;
using OpinionWatch.Storage.Tests;

// The process that is killed: keeps without end, and says what it was told is kept.
await using var store = await EmbeddedStore.OpenAsync(args[0], TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
var first = args[1];
await Parallel.ForAsync(0, int.MaxValue, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, none) =>
{
    var id = $"{first}-{number}";
    var evidence = await store.KeepAsync(Samples.Page("/" + id), none);
    var kept = Samples.Opened(id);
    await store.KeepAsync(kept with { Document = kept.Document! with { Evidence = evidence } }, none);
    await store.SaveAsync(new FrontierChange { Seen = [new SeenMark(id, number)] }, none);
    lock (store)
    {
        Console.Out.WriteLine(id);
        Console.Out.Flush();
    }
});
