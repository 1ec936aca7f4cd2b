using System.Globalization;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>Reads one step of a level.</summary>
internal sealed class StepReader(
    Reading reading,
    string key,
    IReadOnlyList<KeyValuePair<string, TimeSpan>> clocks,
    TimeSpan longest,
    List<(string Text, Place Place)> named,
    List<(ChannelKind Channel, Place Place)> channels)
{
    private static readonly string[] Occasions = ["after", "before", "missed"];

    /// <summary>Reads it; null when it is no map.</summary>
    public EscalationStep? Read(YamlNode item)
    {
        if (item is YamlScalar { IsNull: true })
        {
            reading.Faults.Error(item.Place, $"step {key} is empty");
        }

        if (MapReader.Open(item, $"step {key}", reading, "after", "before", "of", "missed", "unless", "notify", "by", "repeatEvery") is not { } step)
        {
            return null;
        }

        CheckOccasion(step);
        var notify = step.Texts("notify", "officer, leaders");
        if (notify.Count == 0 && step.Find("notify") is null or YamlList { Items.Count: 0 })
        {
            reading.Faults.Error(step.At("notify"), $"step {key}: notify is missing; it names contacts and groups, as [officer, leaders]");
        }

        var by = step.Choices("by", Words.Channels);
        if (by.Count == 0 && step.Find("by") is null or YamlList { Items.Count: 0 })
        {
            reading.Faults.Error(step.At("by"), $"step {key}: by is missing; it names channels; allowed: {string.Join(", ", Words.Of(Words.Channels))}");
        }

        named.AddRange(notify);
        channels.AddRange(by.Select(channel => (channel, step.At("by"))));
        return new EscalationStep
        {
            Key = key,
            After = step.Duration("after", TimeSpan.Zero, longest),
            Before = ReadBefore(step),
            Of = ReadClock(step, "of"),
            Missed = ReadClock(step, "missed"),
            Unless = step.Choice("unless", Words.Conditions),
            Notify = [.. notify.Select(item => item.Text).Distinct()],
            By = by,
            RepeatEvery = step.Duration("repeatEvery", TimeSpan.FromSeconds(1), longest),
        };
    }

    private void CheckOccasion(MapReader step)
    {
        var given = Occasions.Where(step.Has).ToList();
        if (given.Count != 1)
        {
            reading.Faults.Error(step.Map.Place, $"step {key} has {(given.Count == 0 ? "no occasion" : string.Join(" and ", given))}; write exactly one of after: 10m, before: 15m with of: report, or missed: report");
        }

        if (step.Has("before") && !step.Has("of"))
        {
            reading.Faults.Error(step.AtKey("before"), $"step {key}: before needs of, the clock it counts back from; clocks of this level: {Clocks}");
        }

        if (step.Has("of") && !step.Has("before"))
        {
            reading.Faults.Error(step.AtKey("of"), $"step {key}: of belongs to before, which is not given");
        }
    }

    private TimeSpan? ReadBefore(MapReader step)
    {
        var clock = clocks.FirstOrDefault(pair => step.Find("of") is YamlScalar of && of.Raw == pair.Key);
        if (step.Find("before") is YamlScalar { Raw: [.., '%'] } percent)
        {
            return ReadShare(step, percent.Raw[..^1], clock.Value);
        }

        var before = step.Duration("before", TimeSpan.FromSeconds(1), longest);
        if (before is { } span && clock.Key is not null && span >= clock.Value)
        {
            reading.Faults.Warning(step.At("before"), $"step {key}: {Durations.Write(span)} before the clock {clock.Key} of {Durations.Write(clock.Value)} is no later than the beginning; the step is due at once");
        }

        return before;
    }

    /// <summary>Reads a share of the clock's whole time: <c>before: 25%</c> of two hours is half an hour before it is due.</summary>
    private static TimeSpan? ReadShare(MapReader step, string share, TimeSpan clock)
    {
        if (!int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > 99)
        {
            step.Error("before", "a share of the clock is a whole number from 1% to 99%");
            return null;
        }

        return clock * percent / 100;
    }

    private string? ReadClock(MapReader step, string of)
    {
        if (step.Text(of) is not { } clock)
        {
            return null;
        }

        if (clocks.All(pair => pair.Key != clock))
        {
            step.Error(of, $"this level has no clock '{Shown.Of(clock)}'{Suggestion.For(clock, clocks.Select(pair => pair.Key))}; its clocks: {Clocks}");
        }

        return clock;
    }

    private string Clocks => clocks.Count == 0 ? "none; add one to the level, as reportWithin: 1h" : string.Join(", ", clocks.Select(pair => pair.Key));
}
