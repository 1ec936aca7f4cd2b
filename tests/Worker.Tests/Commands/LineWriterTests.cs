using System.IO.Pipelines;
using System.Text;
using OpinionWatch.Worker.Commands;

namespace OpinionWatch.Worker.Tests.Commands;

public sealed class LineWriterTests
{
    [Test]
    public async Task What_is_gathered_is_written_before_more_input_is_waited_for()
    {
        var input = new Pipe();
        using var output = new MemoryStream();
        await using var lines = new LineReader(input.Reader.AsStream());
        await using var writer = new LineWriter(output);
        await input.Writer.WriteAsync("a\nb\n"u8.ToArray());

        for (var line = 0; line < 2; line++)
        {
            var read = await writer.ReadNextAsync(lines, CancellationToken.None);
            writer.Json.WriteStringValue(read);
            await writer.EndLineAsync(CancellationToken.None);
        }

        var waiting = writer.ReadNextAsync(lines, CancellationToken.None).AsTask();
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo("\"a\"\n\"b\"\n"));
        Assert.That(waiting.IsCompleted, Is.False);

        await input.Writer.CompleteAsync();
        Assert.That(await waiting, Is.Null);
    }

    [Test]
    public async Task Many_lines_are_written_before_the_end()
    {
        using var output = new MemoryStream();
        await using var writer = new LineWriter(output);

        for (var line = 0; line < 2000; line++)
        {
            writer.Json.WriteStringValue(new string('x', 100));
            await writer.EndLineAsync(CancellationToken.None);
        }

        Assert.That(output.Length, Is.GreaterThan(64 * 1024));
        await writer.FlushAsync(CancellationToken.None);
        Assert.That(output.Length, Is.EqualTo(2000 * 103));
    }
}
