using Microsoft.Extensions.Time.Testing;
using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Crawling.Tests.Support;

namespace OpinionWatch.Crawling.Tests.Frontier;

public sealed class SourceEntriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private Crawling.Frontier.Frontier _frontier = null!;

    [SetUp]
    public void SetUp() => _frontier = new Crawling.Frontier.Frontier(new LineReader(), new FakeTimeProvider(Now));

    [Test]
    public void A_page_two_sources_lead_to_takes_the_room_of_one_and_gives_it_back()
    {
        var page = Entry(EntryKey.Floors(2, new Uri("http://a.test/t?page=2")), "s", PageRole.Item);
        _frontier.Apply(new FrontierChange { Put = [page] });
        _frontier.Apply(new FrontierChange { Put = [page with { Source = "t" }] });
        var rooms = (_frontier.Entries.RoomOf("s"), _frontier.Entries.RoomOf("t"));

        _frontier.Apply(new FrontierChange { Remove = [page.Key] });

        Assert.That(rooms, Is.EqualTo((SourceEntries.MostPending, SourceEntries.MostPending - 1)));
        Assert.That((_frontier.Entries.RoomOf("s"), _frontier.Entries.RoomOf("t")), Is.EqualTo((SourceEntries.MostPending, SourceEntries.MostPending)));
    }

    [Test]
    public void Parts_and_watched_pages_are_those_of_their_source()
    {
        _frontier.Apply(new FrontierChange
        {
            Put =
            [
                Entry(EntryKey.List("s", "http://a.test/sitemap.xml"), "s", PageRole.List),
                Entry(EntryKey.Part("s", "http://a.test/p1.xml"), "s", PageRole.List),
                Entry(EntryKey.Part("t", "http://b.test/p1.xml"), "t", PageRole.List),
                .. Enumerable.Range(0, 3).Select(i => Entry(EntryKey.Watched($"http://a.test/{i}"), "s", PageRole.Watched) with { DueAt = Now.AddHours(3 - i) }),
                Entry(EntryKey.Watched("http://b.test/0"), "t", PageRole.Watched),
            ],
        });

        Assert.That(_frontier.Entries.PartsOf("s").Select(part => part.Entry.Key), Is.EqualTo([EntryKey.Part("s", "http://a.test/p1.xml")]));
        Assert.That(_frontier.Entries.LatestWatched("s", 1), Is.EqualTo([EntryKey.Watched("http://a.test/1"), EntryKey.Watched("http://a.test/0")]));
        Assert.That(_frontier.Entries.LatestWatched("s", 3), Is.Empty);
        Assert.That(_frontier.Entries.WatchedSince("s"), Is.EqualTo(Now));
        Assert.That(_frontier.Entries.WatchedSince("nobody"), Is.Null);
    }

    private static FrontierEntry Entry(string key, string source, PageRole role) =>
        new() { Key = key, Url = "http://a.test/" + Uri.EscapeDataString(key), Source = source, Role = role, DueAt = Now, AddedAt = Now };
}
