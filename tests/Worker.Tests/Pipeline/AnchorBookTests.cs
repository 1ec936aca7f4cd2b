using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Model;
using OpinionWatch.Storage;
using OpinionWatch.Worker.Configuration;
using OpinionWatch.Worker.Pipeline;
using OpinionWatch.Worker.Tests.Configuration;

namespace OpinionWatch.Worker.Tests.Pipeline;

public sealed class AnchorBookTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero));

    [TestCase(0, 1)]
    [TestCase(-1, 2)]
    [TestCase(30, 2)]
    public async Task An_anchor_is_written_each_day_also_when_the_last_one_is_of_a_clock_that_ran_ahead(int lastDays, int lines)
    {
        using var folder = new ConfigFolder().Complete();
        var configuration = folder.Good();
        Directory.CreateDirectory(configuration.DataFolder);
        await using var store = await EmbeddedStore.OpenAsync(configuration.DataFolder, _time, NullLoggerFactory.Instance, CancellationToken.None);
        await store.WriteAsync(new AuditEntry(_time.GetUtcNow(), "officer", "test", null), CancellationToken.None);
        var file = AnchorBook.PathOf(configuration.DataFolder);
        await File.WriteAllTextAsync(file, "an anchor\n");
        File.SetLastWriteTimeUtc(file, _time.GetUtcNow().AddDays(lastDays).UtcDateTime);
        var anchors = new AnchorBook(store, new ConfigurationInForce(configuration, [], _time.GetUtcNow()), _time, NullLogger<AnchorBook>.Instance);

        anchors.AppendOncePerDay();
        anchors.AppendOncePerDay();

        Assert.That(await File.ReadAllLinesAsync(file), Has.Length.EqualTo(lines));
    }
}
