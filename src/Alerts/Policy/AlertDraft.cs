using OpinionWatch.Model;

namespace OpinionWatch.Alerts.Policy;

/// <summary>An alert before its words: who is told of which step by which channel.</summary>
/// <param name="Id">Name the alert will have.</param>
/// <param name="Contact">The person.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Address">Address or number on that channel.</param>
/// <param name="Due">The step that asks for it.</param>
/// <param name="First">Nothing was sent to this person of this incident at this level before.</param>
public sealed record AlertDraft(string Id, Contact Contact, ChannelKind Channel, string Address, DueStep Due, bool First);
