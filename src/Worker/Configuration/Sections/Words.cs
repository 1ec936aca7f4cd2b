using OpinionWatch.Model;

namespace OpinionWatch.Worker.Configuration.Sections;

/// <summary>The words that stand for the domain's values in several files.</summary>
internal static class Words
{
    /// <summary>Levels an incident can have.</summary>
    public static readonly (string Word, Level Value)[] Levels = [("critical", Level.Critical), ("major", Level.Major), ("general", Level.General), ("watch", Level.Watch)];

    /// <summary>What makes a step needless.</summary>
    public static readonly (string Word, StepCondition Value)[] Conditions =
    [
        ("acknowledged", StepCondition.Acknowledged), ("reported", StepCondition.Reported), ("stated", StepCondition.Stated), ("briefed", StepCondition.Briefed), ("replied", StepCondition.Replied),
    ];

    /// <summary>Channels that are built.</summary>
    public static readonly (string Word, ChannelKind Value)[] Channels = [("email", ChannelKind.Email), ("sms", ChannelKind.Sms), ("webhook", ChannelKind.Webhook)];

    /// <summary>The words alone.</summary>
    public static IReadOnlyList<string> Of<T>((string Word, T Value)[] pairs) => [.. pairs.Select(pair => pair.Word)];
}
