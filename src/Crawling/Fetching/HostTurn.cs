namespace OpinionWatch.Crawling.Fetching;

/// <summary>The right to send one request to a host. Leave it when the answer is complete: the pause runs from then.</summary>
public sealed class HostTurn : IDisposable
{
    private readonly HostTurns _turns;
    private readonly HostState _state;
    private readonly TimeProvider _time;
    private readonly long _since;
    private bool _left;

    internal HostTurn(HostTurns turns, HostState state, TimeProvider time)
    {
        _turns = turns;
        _state = state;
        _time = time;
        _since = time.GetTimestamp();
    }

    /// <summary>Leaves the turn.</summary>
    public void Leave(HostAnswer answer)
    {
        if (!_left)
        {
            _left = true;
            _turns.Leave(_state, answer, _time.GetElapsedTime(_since));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Leave(HostAnswer.Unknown);
}
