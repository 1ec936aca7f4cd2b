using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Watching;

/// <summary>A small JSON file written over and over in its place, padded to one size: a full disk does not keep it from being written, once it is there.</summary>
internal sealed class SteadyFile(string path, int bytes = 4096)
{
    private const int Most = 64 * 1024;
    private const int Attempts = 5;

    /// <summary>Writes the value.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Write<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, ContractJson.Options);
        var padded = new byte[Math.Max(bytes, json.Length + 1)];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        padded[^1] = (byte)'\n';
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, padded, 0);
        if (RandomAccess.GetLength(file) != padded.Length)
        {
            RandomAccess.SetLength(file, padded.Length);
        }
    }

    /// <summary>Reads the value; null when there is none that can be read. One that is being written is read again.</summary>
    public T? Find<T>()
        where T : class
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            try
            {
                using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var read = new byte[(int)Math.Min(file.Length, Most)];
                return JsonSerializer.Deserialize<T>(read.AsSpan(0, file.ReadAtLeast(read, read.Length, throwOnEndOfStream: false)), ContractJson.Options);
            }
            catch (JsonException)
            {
                // Half of one beat and half of the next, or damage: another reading tells.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Removes the file, if there is one.</summary>
    public void Remove()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is written anew or read as old; nothing depends on its going.
        }
    }
}
