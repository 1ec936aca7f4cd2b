using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Sessions;

/// <summary>Who is signed in (会话).</summary>
/// <param name="Name">Name of the account.</param>
/// <param name="Role">Its role.</param>
public sealed record Session(string Name, Role Role)
{
    private const string StampClaim = "stamp";
    private const string IdClaim = "sid";
    private const string Since = "since";

    /// <summary>Says whether this person may.</summary>
    public bool May(Right right) => Rights.May(Role, right);

    /// <summary>Gives who sent a request; null when nobody is signed in.</summary>
    public static Session? Of(HttpContext context) => Of(context.User);

    /// <inheritdoc cref="Of(HttpContext)"/>
    public static Session? Of(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, AuthenticationType: CookieAuthenticationDefaults.AuthenticationScheme }
        && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } name
        && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Session(name, role)
            : null;

    /// <summary>Begins a session.</summary>
    internal static Task BeginAsync(HttpContext context, Account account, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Name),
                new Claim(ClaimTypes.Role, account.Role.ToString()),
                new Claim(StampClaim, account.Stamp),
                new Claim(IdClaim, Guid.CreateVersion7(now).ToString("n")),
            ],
            CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new AuthenticationProperties();
        properties.Items[Since] = now.UtcTicks.ToString(CultureInfo.InvariantCulture);
        return context.SignInAsync(new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Ends the session, also for whoever holds a copy of its cookie.</summary>
    internal static async Task EndAsync(HttpContext context, EndedSessions ended)
    {
        if (context.User.FindFirstValue(IdClaim) is { } id)
        {
            ended.Add(id);
        }

        await context.SignOutAsync();
    }

    /// <summary>Says whether a session still holds: the account is there, enabled and unchanged, nobody ended it, and it is not too old.</summary>
    internal static bool Holds(ClaimsPrincipal user, AuthenticationProperties properties, AccountList accounts, EndedSessions ended, TimeSpan longest, DateTimeOffset now) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } name
        && accounts.Find(name) is { Disabled: false } account
        && account.Stamp == user.FindFirstValue(StampClaim)
        && !ended.Contains(user.FindFirstValue(IdClaim) ?? "")
        && properties.Items.TryGetValue(Since, out var since)
        && long.TryParse(since, CultureInfo.InvariantCulture, out var ticks)
        && now.UtcTicks - ticks < longest.Ticks;
}
