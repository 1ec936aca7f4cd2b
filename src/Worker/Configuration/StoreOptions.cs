namespace OpinionWatch.Worker.Configuration;

/// <summary><c>store:</c> of <c>opinionwatch.yaml</c>.</summary>
public sealed record StoreOptions
{
    /// <summary>What the view is kept in. Default litedb.</summary>
    public StoreKind Kind { get; init; } = StoreKind.LiteDb;

    /// <summary>Connection string of PostgreSQL; null for litedb. Never logged.</summary>
    public string? Connection { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"store {Kind}";
}
