using MimeKit;

namespace OpinionWatch.Worker.Demo;

/// <summary>Looks for alerts in the pickup folder.</summary>
internal sealed class PickupWatch(string data)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The demo's data folder.</summary>
    public string Data => data;

    /// <summary>The folder the .eml files land in.</summary>
    public string Folder { get; } = Path.Combine(data, "outgoing");

    /// <summary>Waits for the first alert; null when none came in time.</summary>
    public async Task<(string Subject, string File)?> FirstAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (time.GetElapsedTime(start) < patience)
        {
            if (Directory.Exists(Folder) && Directory.EnumerateFiles(Folder, "*.eml").Order(StringComparer.Ordinal).FirstOrDefault() is { } file)
            {
                var mail = await MimeMessage.LoadAsync(file, cancellationToken);
                return (mail.Subject ?? "", file);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }

        return null;
    }
}
