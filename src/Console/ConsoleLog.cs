using Microsoft.Extensions.Logging;

namespace OpinionWatch.Console;

/// <summary>What the console logs; numbers from 1700.</summary>
internal static partial class ConsoleLog
{
    [LoggerMessage(1701, LogLevel.Information, "{Account} signed in from {Address}.")]
    public static partial void SignedIn(this ILogger log, string account, string address);

    [LoggerMessage(1702, LogLevel.Warning, "Sign-in of {Account} from {Address} failed too often and is locked for {Wait}.")]
    public static partial void SignInLocked(this ILogger log, string account, string address, TimeSpan wait);

    [LoggerMessage(1703, LogLevel.Warning, "There is no account yet. Make one with: opinionwatch user add NAME --role administrator; or open {Address}setup on this machine and type the token {Token}")]
    public static partial void NoAccountYet(this ILogger log, string address, string token);

    [LoggerMessage(1704, LogLevel.Information, "{Account} {Act} incident {Incident} at the console: {Outcome}.")]
    public static partial void Acted(this ILogger log, string account, string act, string incident, string outcome);

    [LoggerMessage(1705, LogLevel.Warning, "Requests come from {Address} with X-Forwarded-For, and it is none of console.proxies: if it is your reverse proxy, everybody behind it counts as one address, and five wrong passwords of one lock out all. Add it to console.proxies.")]
    public static partial void ProxyNotKnown(this ILogger log, System.Net.IPAddress address);

    [LoggerMessage(1706, LogLevel.Warning, "Sign-in of {Account} failed {Count} times within a quarter of an hour from several addresses; it is locked from everywhere for {Wait}. Somebody is guessing its password.")]
    public static partial void SignInLockedEverywhere(this ILogger log, string account, int count, TimeSpan wait);
}
