namespace OpinionWatch.Crawling.Fetching;

/// <summary>Carries a fault out of a callback of the HTTP stack; never leaves this folder.</summary>
internal sealed class FaultException(FetchFault fault, string reason) : IOException(reason)
{
    public FetchFault Fault { get; } = fault;
}
