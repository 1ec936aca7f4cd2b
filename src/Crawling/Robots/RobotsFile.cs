using System.Globalization;
using System.Text;

namespace OpinionWatch.Crawling.Robots;

/// <summary>Reads robots.txt by RFC 9309, with the leniency of Google's published parser.</summary>
public static class RobotsFile
{
    /// <summary>How much of a file is read (§2.5 asks for at least 500 KiB); the rest is ignored.</summary>
    public const int MostBytes = 500 * 1024;

    private const int LongestPattern = 2048;
    private const int MostRules = 20_000;

    /// <summary>Gives the product token of a User-Agent value: its leading letters, hyphens and underscores (§2.2.1).</summary>
    public static string ProductToken(string userAgent) => new([.. userAgent.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_')]);

    /// <summary>Gives the rules for the crawler named by <paramref name="productToken"/>; never throws for what the file contains.</summary>
    public static RobotsRules Read(ReadOnlySpan<byte> file, string productToken)
    {
        var own = new Gathered();
        var any = new Gathered();
        var agents = new List<string>();
        var inAgents = false;
        foreach (var (key, value) in Lines(file))
        {
            switch (key)
            {
                case "user-agent":
                    if (!inAgents)
                    {
                        agents.Clear();
                        inAgents = true;
                    }

                    agents.Add(value);
                    Note(agents, productToken, own, any, static group => group.Met = true);
                    break;
                case "allow" or "disallow":
                    inAgents = false;
                    if (value.Length is > 0 and <= LongestPattern)
                    {
                        var rule = new RobotsRule(key == "allow", RobotsPath.OfPattern(value));
                        Note(agents, productToken, own, any, group => group.Add(rule));
                    }

                    break;
                case "crawl-delay":
                    if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
                    {
                        var delay = TimeSpan.FromSeconds(Math.Min(seconds, 86_400));
                        Note(agents, productToken, own, any, group => group.Delay(delay));
                    }

                    break;
            }
        }

        return (own.Met ? own : any).ToRules();
    }

    private static void Note(List<string> agents, string token, Gathered own, Gathered any, Action<Gathered> act)
    {
        if (agents.Exists(agent => token.Length > 0 && ProductToken(agent).Equals(token, StringComparison.OrdinalIgnoreCase)))
        {
            act(own);
        }

        if (agents.Exists(agent => agent == "*" || agent.StartsWith("* ", StringComparison.Ordinal)))
        {
            act(any);
        }
    }

    private static List<(string Key, string Value)> Lines(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8))
        {
            file = file[3..];
        }

        if (file.Length > MostBytes)
        {
            // A line cut in two must not become a shorter, broader rule.
            file = file[..MostBytes];
            file = file[..(file.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)];
        }

        var lines = new List<(string, string)>();
        while (!file.IsEmpty)
        {
            var end = file.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? file : file[..end];
            file = end < 0 ? default : file[(end + 1)..];
            if (Line(line) is { } read)
            {
                lines.Add(read);
            }
        }

        return lines;
    }

    private static (string Key, string Value)? Line(ReadOnlySpan<byte> line)
    {
        var comment = line.IndexOf((byte)'#');
        var text = Encoding.UTF8.GetString(comment < 0 ? line : line[..comment]).Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            // Google's parser takes two words without a colon as key and value.
            var words = text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return words.Length == 2 && Key(words[0]) is { } bare ? (bare, words[1]) : null;
        }

        return Key(text[..colon].Trim()) is { } key ? (key, text[(colon + 1)..].Trim()) : null;
    }

    private static string? Key(string written) => written.ToLowerInvariant() switch
    {
        "user-agent" or "useragent" or "user agent" => "user-agent",
        "allow" => "allow",
        "disallow" or "dissallow" or "dissalow" or "disalow" or "diasllow" or "disallaw" => "disallow",
        "crawl-delay" or "crawldelay" => "crawl-delay",
        _ => null,
    };

    private sealed class Gathered
    {
        private readonly List<RobotsRule> _rules = [];
        private TimeSpan? _delay;

        public bool Met { get; set; }

        public void Add(RobotsRule rule)
        {
            if (_rules.Count < MostRules)
            {
                _rules.Add(rule);
            }
        }

        public void Delay(TimeSpan delay) => _delay = _delay is { } known && known > delay ? known : delay;

        public RobotsRules ToRules() => new(_rules, _delay);
    }
}
