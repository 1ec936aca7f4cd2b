namespace OpinionWatch.Crawling.Frontier;

/// <summary>What a reading of a list brought for the frontier.</summary>
internal sealed class Harvest
{
    /// <summary>Items to be fetched.</summary>
    public List<FrontierEntry> Put { get; } = [];

    /// <summary>Items met now.</summary>
    public List<SeenMark> Seen { get; } = [];

    /// <summary>Items that are new or show more than before, those without room included.</summary>
    public int Wanted { get; set; }

    /// <summary>The list dated nearly everything anew, and its new dates are noted.</summary>
    public bool IsRedated { get; set; }

    /// <summary>There was no room for all of it.</summary>
    public bool Cut { get; set; }

    /// <summary>Something in it must be looked at again.</summary>
    public bool Unsettled { get; set; }
}
