using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>What a person does to an incident. A closed type.</summary>
public abstract record ActRequest
{
    private ActRequest()
    {
    }

    /// <summary>The person's name.</summary>
    public required string By { get; init; }

    /// <summary>How many audit entries the person had before their eyes; null when they say nothing of it. What a person did since then, or a level raised, makes the act <see cref="ActAnswer.Stale"/>.</summary>
    public int? Seen { get; init; }

    /// <summary>签收.</summary>
    /// <param name="Note">What they say; null when nothing.</param>
    public sealed record Acknowledge(string? Note) : ActRequest;

    /// <summary>报送.</summary>
    /// <param name="To">The superior body.</param>
    /// <param name="At">When it was made; null = now.</param>
    /// <param name="Reference">Number of the paper.</param>
    /// <param name="Kind">首报、续报、终报; null: by what was reported before.</param>
    public sealed record Report(string To, DateTimeOffset? At, string? Reference, ReportKind? Kind) : ActRequest;

    /// <summary>A statutory clock was met, e.g. the press conference was held.</summary>
    /// <param name="Clock">Its name.</param>
    /// <param name="At">When; null = now.</param>
    public sealed record Meet(string Clock, DateTimeOffset? At) : ActRequest;

    /// <summary>研判.</summary>
    /// <param name="Kind">One of the six kinds.</param>
    /// <param name="Conclusion">Nature, trend, risks.</param>
    public sealed record Assess(OpinionKind Kind, string Conclusion) : ActRequest;

    /// <summary>交办.</summary>
    /// <param name="Section">The section in charge.</param>
    /// <param name="Lead">Its person in charge; null when not named.</param>
    /// <param name="People">The other members of the task force.</param>
    public sealed record Assign(string Section, string? Lead, IReadOnlyList<string> People) : ActRequest;

    /// <summary>处置.</summary>
    /// <param name="Note">What they say; null when nothing.</param>
    public sealed record Handle(string? Note) : ActRequest;

    /// <summary>起草.</summary>
    /// <param name="Kind">口径、权威信息 or 跟帖信息.</param>
    /// <param name="Text">The words.</param>
    public sealed record Draft(PublicTextKind Kind, string Text) : ActRequest;

    /// <summary>审定.</summary>
    /// <param name="Kind">Which text.</param>
    /// <param name="Version">Which version; null = the last.</param>
    public sealed record Approve(PublicTextKind Kind, int? Version) : ActRequest;

    /// <summary>发布.</summary>
    /// <param name="Kind">Which text.</param>
    /// <param name="Version">Which version; null = the last.</param>
    /// <param name="At">When; null = now.</param>
    /// <param name="Link">Where it can be read; null when it has no address.</param>
    public sealed record Publish(PublicTextKind Kind, int? Version, DateTimeOffset? At, string? Link) : ActRequest;

    /// <summary>撤销合并: the incident goes on by itself again.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Unmerge(string Why) : ActRequest;

    /// <summary>定级.</summary>
    /// <param name="Level">The level from now on.</param>
    /// <param name="Why">The reason.</param>
    public sealed record SetLevel(Level Level, string Why) : ActRequest;

    /// <summary>办结.</summary>
    /// <param name="Outcome">What came of it.</param>
    public sealed record Close(string Outcome) : ActRequest;

    /// <summary>排除.</summary>
    /// <param name="Why">The reason.</param>
    public sealed record Dismiss(string Why) : ActRequest;

    /// <summary>并案: another incident goes into this one.</summary>
    /// <param name="With">The incident that ends here.</param>
    public sealed record Merge(string With) : ActRequest;

    /// <summary>拆分: documents leave for an incident of their own.</summary>
    /// <param name="Documents">Their ids.</param>
    public sealed record Split(IReadOnlyList<string> Documents) : ActRequest;
}
