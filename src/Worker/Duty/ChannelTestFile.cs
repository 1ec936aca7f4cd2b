using System.Globalization;
using System.Text;
using System.Text.Json;
using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Duty;

/// <summary>Remembers which addresses a test message went out to: a line of JSON each in <c>channel-tests.jsonl</c> of the data folder.</summary>
/// <remarks>A file of its own, because <c>notify-test</c> writes while the service holds the store; lines are only added, and one torn by a kill is passed over.</remarks>
internal static class ChannelTestFile
{
    private const string Name = "channel-tests.jsonl";
    private const int MostBytes = 1024 * 1024;

    /// <summary>Gives the marks of all addresses tested; none when there is no file or it cannot be read. Of a file larger than 1 MiB the end is read.</summary>
    public static IReadOnlySet<string> Read(string dataFolder)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            using var stream = new FileStream(Path.Combine(dataFolder, Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Seek(-Math.Min(stream.Length, MostBytes), SeekOrigin.End);
            var bytes = new byte[MostBytes];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            foreach (var line in Encoding.UTF8.GetString(bytes, 0, read).Split('\n'))
            {
                if (MarkIn(line) is { } mark)
                {
                    marks.Add(mark);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing is known to be tested then, and that is what is said.
        }

        return marks;
    }

    /// <summary>Adds marks; on disk when it returns.</summary>
    /// <exception cref="IOException">They cannot be kept.</exception>
    public static void Add(string dataFolder, IEnumerable<string> marks, DateTimeOffset at)
    {
        // The line break before makes good for a line torn earlier.
        var lines = string.Concat(marks.Select(mark => $"\n{{\"at\":\"{at.ToString("O", CultureInfo.InvariantCulture)}\",\"tested\":{JsonSerializer.Serialize(mark)}}}"));
        Directory.CreateDirectory(dataFolder);
        using var stream = new FileStream(Path.Combine(dataFolder, Name), FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(Encoding.UTF8.GetBytes(lines + "\n"));
        stream.Flush(flushToDisk: true);
        Owner.HandOver(stream.Name, dataFolder);
    }

    private static string? MarkIn(string line)
    {
        if (line.Length == 0)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("tested", out var mark) && mark.ValueKind == JsonValueKind.String ? mark.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
