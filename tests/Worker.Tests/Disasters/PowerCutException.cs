namespace OpinionWatch.Worker.Tests.Disasters;

/// <summary>The process is dead: nothing it begins is done any more.</summary>
internal sealed class PowerCutException() : Exception("The process was killed.");
