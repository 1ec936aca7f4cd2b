namespace OpinionWatch.Worker.Pipeline;

/// <summary>The desk stumbled over a document while deciding; nothing was written, and the store is well.</summary>
internal sealed class DecisionException(Exception cause) : Exception("The desk could not decide what becomes of a document.", cause);
