namespace OpinionWatch.Console.Sessions;

/// <summary>Marks an endpoint that takes a form of ours.</summary>
internal sealed record FormMark;
