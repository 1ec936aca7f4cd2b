using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Console.Search;
using OpinionWatch.Model;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Storage.State;
using OpinionWatch.Worker.Search;

namespace OpinionWatch.Worker.Tests.Search;

public sealed class SearchIndexTests
{
    [Test]
    public void A_document_the_engine_refuses_is_left_out_and_everything_else_is_found()
    {
        var folder = Directory.CreateTempSubdirectory("opinionwatch-search-").FullName;
        var endless = new string('站', 40_000);
        IReadOnlyList<StoredDocument> documents = [Sample(1, "first", "forum"), Sample(2, "long-site", endless), Sample(3, endless, "forum"), Sample(4, "last", "forum")];

        using (var index = Open(folder))
        {
            index.Put(documents);
            index.Show();
            index.Save();
        }

        using (var again = Open(folder))
        {
            var found = again.Find(Ask(site: null), isComplete: true, CancellationToken.None).Items;
            var ofForum = again.Find(Ask("forum"), isComplete: true, CancellationToken.None).Items;
            Assert.That(found.Select(hit => hit.Id), Is.EqualTo(["last", "long-site", "first"]));
            Assert.That(ofForum.Select(hit => hit.Id), Is.EqualTo(["last", "first"]));
            Assert.That(again.Sequence, Is.EqualTo(4));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static SearchIndex Open(string folder) => new(folder, Segmenter.Load(), TimeProvider.System, NullLogger.Instance);

    private static SearchRequest Ask(string? site) => new() { Query = "强拆", Site = site };

    private static StoredDocument Sample(long sequence, string id, string site) => new(sequence, DateTimeOffset.UnixEpoch.AddDays(20_000 + sequence), new KeptDocument
    {
        Document = new Document { Id = id, Site = site, Title = "村民反映强拆", Text = "房屋被强拆。", FetchedAt = DateTimeOffset.UnixEpoch },
        Analysis = new Analysis { Id = id, LexiconVersion = "1" },
        Outcome = DocumentOutcome.Opened,
    });
}
