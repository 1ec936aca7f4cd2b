using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Tests;

/// <summary>What only a record known elsewhere can find: an end cut off, or a chain written anew, with everything in the folder made to fit.</summary>
public sealed class AnchorTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task A_tail_cut_off_with_its_head_forged_is_found_by_the_anchor_alone()
    {
        using var folder = new DataFolder();
        await KeepAsync(folder, "i1", "i2");
        using var earlier = folder.Snapshot();
        var anchor = await KeepAsync(folder, "i3");

        // Journal and head of an earlier day, as they truly were: nothing in the folder contradicts them.
        Assert.That(earlier.Verify().IsWhole);
        Assert.That(JournalVerifier.Verify(folder.Path, [anchor], None).IsWhole);
        Assert.That(JournalVerifier.Verify(earlier.Path, [anchor], None).Fault, Does.Contain("ends after record 2").And.Contain("record 3").And.Contain("cut off"));
    }

    [Test]
    public async Task A_chain_written_anew_is_found_by_the_anchor_alone()
    {
        using var folder = new DataFolder();
        using var other = new DataFolder();
        var anchor = await KeepAsync(folder, "i1", "i2");
        await KeepAsync(other, "i1", "another", "i3");

        Assert.That(other.Verify().IsWhole);
        Assert.That(JournalVerifier.Verify(other.Path, [anchor], None).Fault, Does.Contain("record 2").And.Contain("written anew"));
    }

    [Test]
    public async Task Anchors_before_the_end_go_on_holding_while_the_journal_grows()
    {
        using var folder = new DataFolder { SegmentBytes = 2000 };
        var anchors = new List<AuditAnchor>();
        for (var i = 0; i < 20; i++)
        {
            anchors.Add(await KeepAsync(folder, $"i{i}"));
        }

        Assert.That(JournalVerifier.Verify(folder.Path, anchors, None).Fault, Is.Null);
        Assert.That(anchors.Select(a => a.Sequence), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public void An_anchor_is_read_as_it_is_written_wherever_it_stands()
    {
        var anchor = new AuditAnchor(1234, new string('A', 64));

        Assert.That(AuditAnchor.Parse(anchor.ToString()), Is.EqualTo(anchor));
        Assert.That(AuditAnchor.FindAll([$"2026-11-24T08:00:00+08:00 {anchor}", $"审计链锚点： {anchor.ToString().ToLowerInvariant()} 。", "2026-11-24 12:00"]), Is.EqualTo(new[] { anchor }));
        Assert.That(new[] { "", "1:2", "0:" + new string('A', 64), "-1:" + new string('A', 64), "1:" + new string('G', 64) }.Select(AuditAnchor.Parse), Is.All.Null);
    }

    private static async Task<AuditAnchor> KeepAsync(DataFolder folder, params string[] incidents)
    {
        await using var store = await folder.OpenAsync();
        foreach (var incident in incidents)
        {
            await store.KeepAsync(Samples.Opened(incident), None);
        }

        return store.Head!;
    }
}
