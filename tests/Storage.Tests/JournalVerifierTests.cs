using System.Buffers.Binary;
using OpinionWatch.Model;
using OpinionWatch.Storage.Journal;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class JournalVerifierTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private DataFolder _filled = null!;

    [OneTimeSetUp]
    public async Task FillAsync() => _filled = await FilledAsync();

    [OneTimeTearDown]
    public void Remove() => _filled.Dispose();

    /// <summary>What somebody does to the folder, and what the verifier must say.</summary>
    private static IEnumerable<TestCaseData> Tamperings()
    {
        yield return Case("a changed byte", "00000002.journal", f => Change(f.Segment(2), bytes => bytes[60] ^= 1));
        yield return Case("a changed byte with its check sum made right", "chain", f => Change(f.Segment(1), bytes => Reseal(bytes, Starts(bytes)[2])));
        yield return Case("the last record changed with its check sum made right", "not the one", f => Change(f.Segment(4), bytes => Reseal(bytes, Starts(bytes)[^1])));
        yield return Case("a record taken out", "missing", f => Rewrite(f.Segment(2), records => records.RemoveAt(1)));
        yield return Case("a record put in", "inserted", f => Rewrite(f.Segment(2), records => records.Insert(1, records[1])));
        yield return Case("records reordered", "reordered", f => Rewrite(f.Segment(2), records => records.Reverse()));
        yield return Case("the last record taken out", "had come to record", f => Rewrite(f.Segment(4), records => records.RemoveAt(records.Count - 1)));
        yield return Case("the first segment removed", "00000001.journal: the file is missing", f => File.Delete(f.Segment(1)));
        yield return Case("a segment removed", "00000003.journal: the file is missing", f => File.Delete(f.Segment(3)));
        yield return Case("the last segment removed", "had come to record", f => File.Delete(f.Segment(4)));
        yield return Case("two segments exchanged", "00000002.journal", f =>
        {
            File.Move(f.Segment(2), f.In("x"));
            File.Move(f.Segment(3), f.Segment(2));
            File.Move(f.In("x"), f.Segment(3));
        });
        yield return Case("the head removed", "head", f => File.Delete(f.In("journal", "head")));
        yield return Case("the head blanked", "head", f => Change(f.In("journal", "head"), bytes => bytes.AsSpan().Clear()));
        yield return Case("the whole journal removed", "journal", f => Directory.Delete(f.Journal, recursive: true));
        yield return Case("the evidence removed", "2026-11.warc.gz: the evidence file is missing", f => File.Delete(f.In("evidence", "2026-11.warc.gz")));
        yield return Case("an older file of evidence put in", "2026-10.warc.gz at byte 0: the evidence file was inserted", f => File.Copy(f.In("evidence", "2026-11.warc.gz"), f.In("evidence", "2026-10.warc.gz")));
        yield return Case("a file of evidence of another name put in", "x.warc.gz", f => File.Copy(f.In("evidence", "2026-11.warc.gz"), f.In("evidence", "x.warc.gz")));
        yield return Case("two newer files of evidence put in", "the evidence file was inserted", f =>
        {
            File.Copy(f.In("evidence", "2026-11.warc.gz"), f.In("evidence", "2026-12.warc.gz"));
            File.Copy(f.In("evidence", "2026-11.warc.gz"), f.In("evidence", "2026-12.2.warc.gz"));
        });
        yield return Case("a byte of evidence changed", "2026-11.warc.gz", f => Change(f.In("evidence", "2026-11.warc.gz"), bytes => bytes[700] ^= 1));
        yield return Case("evidence cut off", "cut off", f => Resize(f.In("evidence", "2026-11.warc.gz"), -1));
    }

    [TestCaseSource(nameof(Tamperings))]
    public void Verify_fails_and_names_the_place(string said, Action<DataFolder> tamper)
    {
        using var folder = _filled.Snapshot();
        Assert.That(folder.Verify(), Has.Property(nameof(Verification.Fault)).Null.And.Property(nameof(Verification.Evidence)).EqualTo(2));

        tamper(folder);

        Assert.That(folder.Verify().Fault, Does.Contain(said));
    }

    [Test]
    public async Task A_journal_that_lost_its_end_goes_on_but_is_never_whole_again()
    {
        using var folder = _filled.Snapshot();
        File.Delete(folder.Segment(4));

        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(Samples.Opened("later"), None);
            Assert.That(await store.FindIncidentAsync("i11", None), Is.Not.Null, "the view knew more than the journal");
            Assert.That(folder.Logged, Does.Contain(1502));
        }

        await using (var store = await folder.OpenAsync())
        {
            Assert.That(await store.FindIncidentAsync("later", None), Is.Not.Null);
        }

        Assert.That(folder.Verify().Fault, Does.Contain("lost its end"));
    }

    [Test]
    public async Task A_last_record_torn_at_any_byte_is_cut_off_and_said_and_nothing_before_it_is_lost()
    {
        using var folder = new DataFolder();
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(Samples.Opened("i1"), None);
        }

        using var whole = folder.Snapshot();
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(new Kept { At = Samples.Now, Changes = [Samples.Join("i1", "d")] }, None);
        }

        var bytes = await File.ReadAllBytesAsync(folder.Segment(1));
        var start = Starts(bytes)[^1];
        for (var end = start + 1; end < bytes.Length; end++)
        {
            await File.WriteAllBytesAsync(whole.Segment(1), bytes[..end]);
            Assert.That(whole.Verify(), Has.Property(nameof(Verification.Fault)).Null.And.Property(nameof(Verification.TornBytes)).EqualTo(end - start));
        }

        int[] ends = [start + 1, start + 8, start + RecordFormat.HeaderBytes - 1, start + RecordFormat.HeaderBytes, start + RecordFormat.HeaderBytes + 1, bytes.Length - 1];
        foreach (var end in ends)
        {
            using var torn = whole.Snapshot();
            await File.WriteAllBytesAsync(torn.Segment(1), bytes[..end]);
            Assert.That(torn.Verify(), Has.Property(nameof(Verification.Fault)).Null.And.Property(nameof(Verification.TornBytes)).EqualTo(end - start));
            await using (var store = await torn.OpenAsync())
            {
                Assert.That((await store.FindIncidentAsync("i1", None))!.Revision, Is.EqualTo(1), $"torn at {end}");
                Assert.That(torn.Logged, Does.Contain(1501));
            }

            Assert.That(torn.Verify(), Has.Property(nameof(Verification.Fault)).Null.And.Property(nameof(Verification.TornBytes)).Zero);
        }
    }

    [Test]
    public async Task A_folder_that_is_missing_or_has_no_journal_is_not_whole_and_an_empty_journal_is()
    {
        using var folder = new DataFolder();

        Assert.That(JournalVerifier.Verify(folder.In("absent"), None).Fault, Does.Contain("absent").And.Contain("no such data folder"));
        Assert.That(folder.Verify().Fault, Does.Contain("journal").And.Contain("missing"));
        Directory.CreateDirectory(folder.Journal);
        Assert.That(folder.Verify().IsWhole);
        await (await folder.OpenAsync()).DisposeAsync();
        Assert.That(folder.Verify().IsWhole);
    }

    private static TestCaseData Case(string name, string said, Action<DataFolder> tamper) =>
        new TestCaseData(said, tamper).SetName($"Verify_fails_on_{name.Replace(' ', '_')}");

    /// <summary>Four segments of three incidents each, and two pages of evidence.</summary>
    private static async Task<DataFolder> FilledAsync()
    {
        var folder = new DataFolder { SegmentBytes = 4000 };
        await using var store = await folder.OpenAsync();
        await store.KeepAsync(Samples.Page("/1"), None);
        await store.KeepAsync(Samples.Page("/2"), None);
        for (var i = 0; !File.Exists(folder.Segment(4)) || Starts(await File.ReadAllBytesAsync(folder.Segment(4))).Count < 2 || i < 12; i++)
        {
            await store.KeepAsync(Samples.Opened($"i{i}"), None);
        }

        return folder;
    }

    private static List<int> Starts(byte[] bytes)
    {
        var starts = new List<int>();
        for (var at = 0; at < bytes.Length; at += RecordFormat.HeaderBytes + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at + 4)))
        {
            starts.Add(at);
        }

        return starts;
    }

    private static void Reseal(byte[] bytes, int start)
    {
        var length = RecordFormat.HeaderBytes + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start + 4));
        var at = bytes.AsSpan(start, length).IndexOf("2026-11-24"u8);
        bytes[start + at + 9] = (byte)'5';
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(start + 8), RecordFormat.Crc(bytes.AsSpan(start, length)));
    }

    private static void Change(string file, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(file);
        change(bytes);
        File.WriteAllBytes(file, bytes);
    }

    private static void Rewrite(string file, Action<List<byte[]>> change)
    {
        var bytes = File.ReadAllBytes(file);
        var starts = Starts(bytes);
        var records = starts.Select((start, i) => bytes[start..(i + 1 < starts.Count ? starts[i + 1] : bytes.Length)]).ToList();
        change(records);
        File.WriteAllBytes(file, [.. records.SelectMany(record => record)]);
    }

    private static void Resize(string file, int by)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength(stream.Length + by);
    }
}
