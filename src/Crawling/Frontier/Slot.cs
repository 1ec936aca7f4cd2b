using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Frontier;

/// <summary>A frontier entry in memory. Guarded by <see cref="Frontier"/>.</summary>
internal sealed class Slot(FrontierEntry entry)
{
    private readonly Uri _url = new(entry.Url);

    public FrontierEntry Entry { get; set; } = entry;

    public Uri Url => Entry.Url == _url.OriginalString ? _url : new Uri(Entry.Url);

    public string Host { get; } = HostName.Of(new Uri(entry.Url));

    /// <summary>Position in the order of arrival: of items met together the first listed is fetched first.</summary>
    public long Order { get; init; }

    /// <summary>It is being visited.</summary>
    public bool InFlight { get; set; }

    /// <summary>Changes whenever it is queued or taken out, so that what older queue positions say is void.</summary>
    public int Ticket { get; set; }

    /// <summary>Times in a row that what was found could not be kept.</summary>
    public int KeepFailures { get; set; }

    /// <summary>Times in a row that a bug ended its visit.</summary>
    public int Breaks { get; set; }

    /// <summary>When its visited time was last saved; only lists save less often than they are visited.</summary>
    public DateTimeOffset SavedAt { get; set; }
}
