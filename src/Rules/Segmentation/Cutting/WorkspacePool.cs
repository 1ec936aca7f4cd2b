using System.Collections.Concurrent;

namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>Buffers waiting for the next text, as many as were ever in use at once.</summary>
internal sealed class WorkspacePool
{
    private readonly ConcurrentBag<Workspace> _idle = [];

    public Workspace Rent() => _idle.TryTake(out var workspace) ? workspace : new Workspace();

    public void Return(Workspace workspace)
    {
        if (workspace.WorthKeeping)
        {
            _idle.Add(workspace);
        }
    }
}
