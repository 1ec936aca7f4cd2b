namespace OpinionWatch.Worker.Configuration;

/// <summary>A new configuration was put in force.</summary>
/// <param name="before">What was in force before.</param>
/// <param name="after">What is in force now.</param>
/// <param name="at">Since when.</param>
public sealed class ConfigurationChangedEventArgs(WatchConfiguration before, WatchConfiguration after, DateTimeOffset at) : EventArgs
{
    /// <summary>What was in force before.</summary>
    public WatchConfiguration Old { get; } = before;

    /// <summary>What is in force now.</summary>
    public WatchConfiguration New { get; } = after;

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>Keys that changed and only take effect at the next start; empty when all is in force.</summary>
    public IReadOnlyList<string> NeedRestart
    {
        get
        {
            var keys = new List<string>();
            Note("data", Old.DataFolder == New.DataFolder);
            Note("store", Old.Store == New.Store);
            Note("console.listen", Old.Console.Listen.SequenceEqual(New.Console.Listen));
            Note("console.certificate", Old.Console.Certificate == New.Console.Certificate && Old.Console.CertificatePassword == New.Console.CertificatePassword);
            Note("console.proxies", Old.Console.Proxies.SequenceEqual(New.Console.Proxies));
            Note("console.session.idle", Old.Console.SessionIdle == New.Console.SessionIdle);
            Note("logs", Old.Logs == New.Logs);
            Note("timeZone", Old.TimeZone.Id == New.TimeZone.Id);
            return keys;

            void Note(string key, bool same)
            {
                if (!same)
                {
                    keys.Add(key);
                }
            }
        }
    }
}
