using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Sessions;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Pages;

/// <summary>What every page knows of its request.</summary>
public sealed record PageContext
{
    /// <summary>Name of the bureau.</summary>
    public required string Organisation { get; init; }

    /// <summary>Who looks at it; null when nobody is signed in.</summary>
    public required Session? Session { get; init; }

    /// <summary>Path of the page.</summary>
    public required string Path { get; init; }

    /// <summary>Name of the form field that holds the antiforgery token.</summary>
    public required string TokenField { get; init; }

    /// <summary>The antiforgery token.</summary>
    public required string Token { get; init; }

    /// <summary>The present.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Zone times are shown in.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Gathers it.</summary>
    internal static PageContext Of(HttpContext context)
    {
        var services = context.RequestServices;
        var options = services.GetRequiredService<ICurrent<ConsoleOptions>>().Value;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new PageContext
        {
            Organisation = options.Organisation,
            Session = Session.Of(context),
            Path = context.Request.Path,
            TokenField = tokens.FormFieldName,
            Token = tokens.RequestToken ?? "",
            Now = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            Zone = options.TimeZone,
        };
    }

    /// <summary>Writes an instant as people say it: the time alone for today, with the day otherwise, with the year when it is another one.</summary>
    public string Said(DateTimeOffset at)
    {
        var (then, today) = (TimeZoneInfo.ConvertTime(at, Zone), TimeZoneInfo.ConvertTime(Now, Zone));
        return (then.Year == today.Year, (today.Date - then.Date).Days) switch
        {
            (_, 0) => then.ToString("HH:mm", CultureInfo.InvariantCulture),
            (_, 1) => then.ToString("昨天 HH:mm", CultureInfo.InvariantCulture),
            (_, -1) => then.ToString("明天 HH:mm", CultureInfo.InvariantCulture),
            (true, _) => then.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture),
            _ => then.ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Writes an instant exactly, in the zone of the configuration.</summary>
    public string Exact(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
