using System.Text;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class LineReaderTests
{
    [TestCase("a\nb\n", new[] { "a", "b" })]
    [TestCase("a\nb", new[] { "a", "b" })]
    [TestCase("\n\nx", new[] { "", "", "x" })]
    [TestCase("a\r\nb\r\n", new[] { "a", "b" })]
    [TestCase("a\nb\r\n", new[] { "a", "b\r" })]
    [TestCase("a\rb\n", new[] { "a\rb" })]
    [TestCase("", new string[0])]
    public async Task A_line_ends_at_a_line_feed_and_a_carriage_return_is_text_unless_the_file_is_of_that_kind(string text, string[] expected)
    {
        await using var lines = new LineReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        var read = new List<string>();
        while (await lines.ReadAsync(CancellationToken.None) is { } line)
        {
            read.Add(Encoding.UTF8.GetString(line));
        }

        Assert.That(read, Is.EqualTo(expected));
        Assert.That(lines.Line, Is.EqualTo(expected.Length));
    }

    [Test]
    public async Task A_line_of_ten_megabytes_is_one_line()
    {
        await using var lines = new LineReader(new MemoryStream([.. Enumerable.Repeat((byte)'x', 10_000_000), (byte)'\n', (byte)'y']));

        Assert.That((await lines.ReadAsync(CancellationToken.None))!, Has.Length.EqualTo(10_000_000));
        Assert.That(await lines.ReadAsync(CancellationToken.None), Is.EqualTo("y"u8.ToArray()));
    }
}
