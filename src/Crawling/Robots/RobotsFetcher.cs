using System.Net;
using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Robots;

/// <summary>Asks for a robots.txt and says what its answer means (RFC 9309 §2.3.1). Each request takes the host's turn and pause.</summary>
internal sealed class RobotsFetcher(HttpExchange exchange, HostTurns turns)
{
    private const int MostRedirects = 5;

    /// <param name="robots">Its address.</param>
    /// <param name="token">The product token whose rules are wanted.</param>
    /// <param name="pause">The pause kept towards its host.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>The rules; or why there are none for now.</returns>
    public async Task<(RobotsRules? Rules, RobotsVerdict.Unavailable? Fault)> FetchAsync(Uri robots, string token, TimeSpan pause, CancellationToken cancellationToken)
    {
        var url = robots;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            Hop hop;
            using (var turn = await turns.EnterAsync(HostName.Of(url), pause, cancellationToken))
            {
                hop = await exchange.SendAsync(url, request: null, RobotsFile.MostBytes + 1, cut: true, cancellationToken);
                turn.Leave(hop.ForHost());
            }

            switch (hop)
            {
                case Hop.Answered { Status: HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation } file:
                    return (RobotsFile.Read(file.Body.Span, token), null);
                case Hop.Answered { Status: HttpStatusCode.TooManyRequests } or Hop.Answered { Status: >= HttpStatusCode.InternalServerError }:
                    return (null, new(FetchFault.Robots, $"robots.txt 暂时取不到（状态 {(int)((Hop.Answered)hop).Status}），按规定先不采集"));
                case Hop.Answered { Status: >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest } moved:
                    if (PageFetcher.Target(url, moved.Location) is not { Scheme: "http" or "https" } target)
                    {
                        return (RobotsRules.AllowAll, null);
                    }

                    url = target;
                    break;
                case Hop.Answered:
                    return (RobotsRules.AllowAll, null);
                case Hop.Failed { Fault: FetchFault.BadContent or FetchFault.TooLarge } bad:
                    return (null, new(FetchFault.Robots, $"robots.txt 读不了：{bad.Reason}"));
                case Hop.Failed failed:
                    return (null, new(failed.Fault, failed.Reason));
            }
        }

        // More than five redirects count as absent (§2.3.1.2).
        return (RobotsRules.AllowAll, null);
    }
}
