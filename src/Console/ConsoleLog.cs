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
}
