using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>A message somebody got.</summary>
/// <param name="MessageId">Its id.</param>
/// <param name="At">When, by the true time of the simulation.</param>
/// <param name="Clock">When, by the machine's clock.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Text">What it says.</param>
internal sealed record Received(string MessageId, DateTimeOffset At, DateTimeOffset Clock, ChannelKind Channel, string Text);
