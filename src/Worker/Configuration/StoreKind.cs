namespace OpinionWatch.Worker.Configuration;

/// <summary>What the service keeps its view in.</summary>
public enum StoreKind
{
    /// <summary>The embedded store in the data folder.</summary>
    LiteDb,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}
