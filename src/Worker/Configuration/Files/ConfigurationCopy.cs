using System.Text;
using System.Text.RegularExpressions;

namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>The configuration's files as they may go into a backup: as they are, but for secrets written out in them.</summary>
internal static class ConfigurationCopy
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Gives the files.</summary>
    /// <returns>The files by name, and the names of those in which a secret was masked.</returns>
    public static (IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<string> Masked) Of(ConfigurationSnapshot snapshot, WatchConfiguration configuration)
    {
        var secrets = SecretValues.Of(configuration);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var masked = new List<string>();
        foreach (var file in snapshot.Files.Where(file => file.Unreadable is null))
        {
            var bytes = file.Bytes.ToArray();
            if (file.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            {
                var text = Encoding.UTF8.GetString(bytes);
                var safe = secrets.Aggregate(text, Without);
                if (safe != text)
                {
                    masked.Add(file.Name);
                    bytes = Encoding.UTF8.GetBytes(safe);
                }
            }

            files[file.Name] = bytes;
        }

        return (files, masked);
    }

    /// <summary>A short secret that is a part of another word is left there: it tells nothing.</summary>
    private static string Without(string text, string secret) => !text.Contains(secret, StringComparison.Ordinal)
        ? text
        : Regex.Replace(text, $@"(?<![\w]){Regex.Escape(secret)}(?![\w])", Mask, RegexOptions.CultureInvariant, Patience);
}
