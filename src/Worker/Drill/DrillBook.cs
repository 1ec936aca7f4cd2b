using System.Net;
using OpinionWatch.Crawling;
using OpinionWatch.Model;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Drill;

/// <summary>The drill under way, if there is one, and the crawler's settings with its page in them. The guard lets through that page's address and port, and nothing else.</summary>
internal sealed class DrillBook(ConfigurationInForce configuration) : ICurrent<CrawlingOptions>
{
    private readonly Lock _gate = new();
    private (DrillRun Run, Uri Start)? _current;
    private (CrawlingOptions From, CrawlingOptions To)? _made;

    /// <summary>What the crawler follows.</summary>
    public CrawlingOptions Value
    {
        get
        {
            lock (_gate)
            {
                var plain = configuration.Current.Crawling;
                if (_current is not var (_, start))
                {
                    return plain;
                }

                if (_made is not var (from, made) || !ReferenceEquals(from, plain))
                {
                    made = plain with
                    {
                        Sources = [.. plain.Sources, DrillSource.Of(start, configuration.Current.Area.Name)],
                        AllowEndpoints = [new IPEndPoint(IPAddress.Parse(start.Host), start.Port)],
                    };
                    _made = (plain, made);
                }

                return made;
            }
        }
    }

    /// <summary>A drill begins: the crawler sees its page from now on.</summary>
    public void Begin(DrillRun run, Uri start)
    {
        lock (_gate)
        {
            (_current, _made) = ((run, start), null);
        }
    }

    /// <summary>It is over: the page is forgotten.</summary>
    public void End()
    {
        lock (_gate)
        {
            (_current, _made) = (null, null);
        }
    }

    /// <summary>Finds the drill a page belongs to; null when it belongs to none that is under way.</summary>
    public DrillRun? Find(CrawledPage page)
    {
        lock (_gate)
        {
            return _current is var (run, start) && page.Page.Url.Host == start.Host && page.Page.Url.Port == start.Port ? run : null;
        }
    }
}
