using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class WarcArchiveTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Test]
    public async Task A_page_is_found_as_it_came_at_the_place_given()
    {
        using var folder = new DataFolder();
        await using var store = await folder.OpenAsync();
        await store.KeepAsync(Samples.Page("/1"), None);

        var place = await store.KeepAsync(Samples.Page("/2", "<p>另一页</p>"), None);

        var at = place.Split('@');
        Assert.That(at[0], Is.EqualTo("2026-11.warc.gz"));
        var bytes = await File.ReadAllBytesAsync(folder.In("evidence", at[0]));
        var record = Read(bytes.AsMemory(int.Parse(at[1], CultureInfo.InvariantCulture))).First();
        Assert.That(record.Fields["WARC-Type"], Is.EqualTo("response"));
        Assert.That(record.Fields["WARC-Target-URI"], Is.EqualTo("http://bbs.example.cn/2"));
        Assert.That(record.Fields["WARC-Date"], Is.EqualTo("2026-11-24T03:00:00.000000Z"));
        var block = Encoding.UTF8.GetString(record.Block);
        Assert.That(block, Does.StartWith("HTTP/1.1 200 \r\n").And.EndWith("\r\n\r\n<p>另一页</p>"));
        Assert.That(block, Does.Contain("X-Wire-Content-Encoding: gzip").And.Contain("Content-Length: 16\r\n").And.Contain("X-OpinionWatch-Decoded"));
        Assert.That(block, Does.Contain("X-Odd: a  WARC-Type: response\r\n"), "a hostile header stays one line");
    }

    [Test]
    public async Task The_file_is_a_row_of_gzip_members_with_right_lengths_and_digests()
    {
        using var folder = new DataFolder();
        await using var store = await folder.OpenAsync();
        await store.KeepAsync(Samples.Page("/1"), None);
        await store.KeepAsync(Samples.Page("/2"), None);
        var file = folder.In("evidence", "2026-11.warc.gz");

        var records = Read(await File.ReadAllBytesAsync(file)).ToList();

        Assert.That(records.Select(r => r.Fields["WARC-Type"]), Is.EqualTo(new[] { "warcinfo", "response", "request", "response", "request" }));
        Assert.That(records.Select(r => r.Fields["WARC-Record-ID"]), Is.Unique);
        Assert.That(records[2].Fields["WARC-Concurrent-To"], Is.EqualTo(records[1].Fields["WARC-Record-ID"]));
        Assert.That(records.Select(r => r.Fields["WARC-Block-Digest"]), Is.EqualTo(records.Select(r => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(r.Block)))));
        if (!OperatingSystem.IsWindows())
        {
            using var gzip = Process.Start("gzip", ["-t", file]);
            await gzip.WaitForExitAsync();
            Assert.That(gzip.ExitCode, Is.Zero);
        }
    }

    [Test]
    public async Task What_a_kill_left_behind_the_last_page_is_cut_off_at_the_next_start()
    {
        using var folder = new DataFolder();
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(Samples.Page("/1"), None);
        }

        var file = folder.In("evidence", "2026-11.warc.gz");
        var length = new FileInfo(file).Length;
        await File.AppendAllTextAsync(file, "half a member");
        Assert.That(folder.Verify(), Has.Property("Fault").Null.And.Property("TornBytes").EqualTo(13));

        await using (var store = await folder.OpenAsync())
        {
            Assert.That(new FileInfo(file).Length, Is.EqualTo(length));
            Assert.That(folder.Logged, Does.Contain(1501));
            await store.KeepAsync(Samples.Page("/2"), None);
        }

        Assert.That(folder.Verify(), Has.Property("Fault").Null.And.Property("Evidence").EqualTo(2));
    }

    [Test]
    public async Task The_rest_of_a_kill_in_a_new_file_is_emptied_and_an_older_file_put_in_is_left_alone()
    {
        using var folder = new DataFolder();
        await using (var store = await folder.OpenAsync())
        {
            await store.KeepAsync(Samples.Page("/1"), None);
        }

        var rest = folder.In("evidence", "2026-11.2.warc.gz");
        var older = folder.In("evidence", "2026-10.warc.gz");
        await File.WriteAllTextAsync(rest, "half a member");
        Assert.That(folder.Verify(), Has.Property("Fault").Null.And.Property("TornBytes").EqualTo(13));
        await File.WriteAllTextAsync(older, "put here");

        await using (var store = await folder.OpenAsync())
        {
            folder.Time.AdjustTime(Samples.Now.AddMonths(-1));
            var place = await store.KeepAsync(Samples.Page("/2"), None);
            Assert.That(place, Does.StartWith("2026-10.2.warc.gz@"), "what is not ours is not written over");
        }

        Assert.That(new FileInfo(rest).Length, Is.Zero);
        Assert.That(await File.ReadAllTextAsync(older), Is.EqualTo("put here"));
        Assert.That(folder.Logged, Does.Contain(1517));
        Assert.That(folder.Verify().Fault, Does.Contain("2026-10.warc.gz"));
    }

    private static IEnumerable<(Dictionary<string, string> Fields, byte[] Block)> Read(ReadOnlyMemory<byte> file)
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(file.ToArray()), CompressionMode.Decompress))
        {
            gzip.CopyTo(all);
        }

        var bytes = all.ToArray();
        for (var at = 0; at < bytes.Length;)
        {
            var end = at + bytes.AsSpan(at).IndexOf("\r\n\r\n"u8);
            var lines = Encoding.UTF8.GetString(bytes, at, end - at).Split("\r\n");
            Assert.That(lines[0], Is.EqualTo("WARC/1.1"));
            var fields = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            var length = int.Parse(fields["Content-Length"], CultureInfo.InvariantCulture);
            yield return (fields, bytes[(end + 4)..(end + 4 + length)]);
            Assert.That(Encoding.ASCII.GetString(bytes, end + 4 + length, 4), Is.EqualTo("\r\n\r\n"));
            at = end + 8 + length;
        }
    }
}
