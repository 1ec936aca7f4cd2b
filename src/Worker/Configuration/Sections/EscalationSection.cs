using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>What <c>escalation.yaml</c> says, and where it names people.</summary>
internal sealed record EscalationReading(EscalationPolicy Policy, IReadOnlyList<(string Text, Place Place)> Named, IReadOnlyList<(ChannelKind Channel, Place Place)> Channels);

/// <summary>Reads <c>escalation.yaml</c>.</summary>
internal sealed class EscalationSection(Reading reading)
{
    private const string Within = "Within";

    private static readonly string[] KnownClocks = [Clock.Report, Clock.Statement, Clock.Briefing, Clock.Reply];
    private static readonly string[] SpreadKeys = ["from", "to", "sources", "within"];
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(90);

    private readonly List<(string Text, Place Place)> _named = [];
    private readonly List<(ChannelKind Channel, Place Place)> _channels = [];

    /// <summary>Reads the file; every key has a default.</summary>
    public EscalationReading Read(YamlNode? root)
    {
        var file = MapReader.Open(root, "", reading, "levels", "steps", "limits", "spread", "clockFrom", "lateAfter");
        var levels = ReadLevels(file?.Child("levels", Words.Of(Words.Levels)));
        var standard = new EscalationPolicy();
        var limits = file?.Child("limits", "messages", "per");
        var policy = standard with
        {
            Levels = levels,
            Steps = ReadSteps(file?.Child("steps", Words.Of(Words.Levels)), levels),
            FromPublication = file?.Choice("clockFrom", ("detection", false), ("publication", true)) ?? false,
            Spread = ReadSpread(file?.Items("spread", "{ from: general, to: major, sources: 5, within: 6h }") ?? []),
            LateAfter = file?.Duration("lateAfter", TimeSpan.Zero, TimeSpan.FromDays(1)) ?? standard.LateAfter,
            LimitMessages = (int)(limits?.Integer("messages", 0, 10_000) ?? standard.LimitMessages),
            LimitPer = limits?.Duration("per", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)) ?? standard.LimitPer,
        };
        if (file is not null && policy.Steps.Count > 0)
        {
            WarnOfSilentLevels(file, policy);
        }

        return new EscalationReading(policy, _named, _channels);
    }

    private Dictionary<Level, LevelRule> ReadLevels(MapReader? levels)
    {
        var rules = new Dictionary<Level, LevelRule>();
        foreach (var (word, level) in Words.Levels)
        {
            if (levels?.Find(word) is not YamlMap map)
            {
                _ = levels?.Child(word, "name", "reportWithin", "statementWithin", "briefingWithin", "replyWithin");
                continue;
            }

            var clockKeys = map.Entries.Select(entry => entry.Key.Raw).Where(IsClockKey).ToList();
            var rule = MapReader.Open(map, $"levels.{word}", reading, ["name", .. KnownClocks.Select(clock => clock + Within), .. clockKeys.Where(key => !KnownClocks.Contains(ClockOf(key)))])!;
            var clocks = clockKeys
                .Select(key => (Key: ClockOf(key), Span: rule.Duration(key, TimeSpan.FromSeconds(1), TimeSpan.FromDays(365))))
                .Where(clock => clock.Span is not null)
                .Select(clock => KeyValuePair.Create(clock.Key, clock.Span!.Value));
            rules[level] = new LevelRule(rule.Text("name")?.Trim() ?? "", [.. clocks]);
        }

        return rules;
    }

    private Dictionary<Level, IReadOnlyList<EscalationStep>> ReadSteps(MapReader? steps, Dictionary<Level, LevelRule> levels)
    {
        var all = new Dictionary<Level, IReadOnlyList<EscalationStep>>();
        foreach (var (word, level) in Words.Levels)
        {
            var items = steps?.Items(word, "{ after: 0s, notify: [officer], by: [email] }") ?? [];
            var clocks = levels.TryGetValue(level, out var rule) ? rule.Clocks : [];
            var read = items
                .Select((item, index) => new StepReader(reading, $"{word}/{index + 1}", clocks, LongestStep, _named, _channels).Read(item))
                .OfType<EscalationStep>()
                .ToList();
            if (read.Count > 0)
            {
                all[level] = read;
            }
        }

        return all;
    }

    private List<SpreadRule> ReadSpread(IEnumerable<YamlNode> items)
    {
        var rules = new List<SpreadRule>();
        foreach (var item in items)
        {
            if (MapReader.Open(item, "spread", reading, SpreadKeys) is not { } map)
            {
                continue;
            }

            var from = map.Choice("from", Words.Levels);
            var to = map.Choice("to", Words.Levels);
            var sources = map.Integer("sources", 2, 10_000);
            var within = map.Duration("within", TimeSpan.FromMinutes(1), TimeSpan.FromDays(30));
            if (from is null || to is null || sources is null || within is null)
            {
                if (SpreadKeys.FirstOrDefault(key => !map.Has(key)) is { } missing)
                {
                    reading.Faults.Error(map.Map.Place, $"this spread rule lacks {missing}; write {{ from: general, to: major, sources: 5, within: 6h }}");
                }
            }
            else if (to <= from)
            {
                map.Error("to", $"spread only raises: to must be above {from.Value.ToString().ToLowerInvariant()}");
            }
            else
            {
                rules.Add(new SpreadRule(from.Value, to.Value, (int)sources.Value, within.Value));
            }
        }

        return rules;
    }

    private void WarnOfSilentLevels(MapReader file, EscalationPolicy policy)
    {
        foreach (var (word, level) in Words.Levels.Where(pair => pair.Value > Level.Watch && !policy.Steps.ContainsKey(pair.Value)))
        {
            reading.Faults.Warning(file.AtKey("steps"), $"the level {word} has no steps: it only goes to the digest and wakes nobody");
        }
    }

    // Any NAMEWithin is a clock of the bureau's own; a slip in one of the four known names must not pass as a new one.
    private static bool IsClockKey(string key) =>
        key.Length > Within.Length
        && key.EndsWith(Within, StringComparison.Ordinal)
        && ClockOf(key) is var clock
        && clock.All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiLetterLower(clock[0])
        && (KnownClocks.Contains(clock) || clock.Any(char.IsAsciiDigit) || Suggestion.Nearest(clock, KnownClocks) is null);

    private static string ClockOf(string key) => key[..^Within.Length];
}
