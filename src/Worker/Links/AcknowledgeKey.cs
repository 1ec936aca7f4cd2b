using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OpinionWatch.Alerts.Links;

namespace OpinionWatch.Worker.Links;

/// <summary>The key that signs the links of alert mails: <c>keys/acknowledge.key</c> of the data folder, made at the first start, readable by the service's account alone.</summary>
internal static class AcknowledgeKey
{
    private const int MostBytes = 1024;

    /// <summary>Opens or makes it. A key that is damaged or cannot be kept is replaced: links sent before no longer open then, and alerts go out all the same.</summary>
    public static AcknowledgeTokens Open(string dataFolder, ILogger log)
    {
        var path = Path.Combine(dataFolder, "keys", "acknowledge.key");
        try
        {
            if (File.Exists(path))
            {
                if (Read(path) is { } known)
                {
                    return new AcknowledgeTokens(known);
                }

                log.KeyRenewed("used", "the file is damaged");
                File.Move(path, path + ".damaged", overwrite: true);
            }

            return new AcknowledgeTokens(Make(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.KeyRenewed("read or kept", exception.Message);
            return new AcknowledgeTokens(RandomNumberGenerator.GetBytes(AcknowledgeTokens.KeyBytes));
        }
    }

    private static byte[]? Read(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var bytes = new byte[MostBytes];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == AcknowledgeTokens.KeyBytes ? bytes[..read] : null;
    }

    /// <summary>Writes a new key beside its place and moves it there whole, so that a kill leaves a key or none.</summary>
    private static byte[] Make(string path)
    {
        var key = RandomNumberGenerator.GetBytes(AcknowledgeTokens.KeyBytes);
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var beside = path + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(key);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
        return key;
    }
}
