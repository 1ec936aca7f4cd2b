using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpinionWatch.Console.Acts;
using OpinionWatch.Console.Api;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Handling;

/// <summary>Reads the form of an act. Pure.</summary>
internal sealed class ActForm(IFormCollection form, string by, TimeZoneInfo zone)
{
    private const int MostText = 2000;
    private const int MostDraft = 20_000;
    private const int MostPeople = 50;

    /// <summary>Reads it; what is missing is refused by the rules of the act itself.</summary>
    /// <returns>The act, or what is wrong, in Chinese.</returns>
    public (ActRequest? Act, string? Fault) Read(string act)
    {
        if (form.Any(field => field.Value.ToString().Length > (field.Key == "text" ? MostDraft : MostText) && field.Key is not ("documents" or "__RequestVerificationToken")))
        {
            return (null, $"填写的内容太长：每项最多 {MostText} 字，稿件最多 {MostDraft} 字。");
        }

        if (Text("at") is { } at && InstantOf(at) is null)
        {
            return (null, "时间请按“年-月-日 时:分”填写，如 2026-11-24 08:30。");
        }

        var request = Make(act);
        return request is null ? (null, "请把表单填写完整。") : (request with { Seen = int.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : null }, null);
    }

    private ActRequest? Make(string act) => act switch
    {
        "acknowledge" => new ActRequest.Acknowledge(Text("note")) { By = by },
        "assess" when Choice<OpinionKind>("kind") is { } kind => new ActRequest.Assess(kind, Text("conclusion") ?? "") { By = by },
        "report" => new ActRequest.Report(Text("to") ?? "", Instant, Text("reference"), Choice<ReportKind>("kind")) { By = by },
        "assign" => new ActRequest.Assign(Text("section") ?? "", Text("lead"), People()) { By = by },
        "handle" => new ActRequest.Handle(Text("note")) { By = by },
        "draft" when Choice<PublicTextKind>("kind") is { } kind => new ActRequest.Draft(kind, Text("text") ?? "") { By = by },
        "approve" when Picked is var (kind, version) => new ActRequest.Approve(kind, version) { By = by },
        "publish" when Picked is var (kind, version) => new ActRequest.Publish(kind, version, Instant, Text("link")) { By = by },
        "meet" when Text("clock") is { } clock => new ActRequest.Meet(clock, Instant) { By = by },
        "level" when Choice<Level>("level") is { } level and not Level.None => new ActRequest.SetLevel(level, Text("why") ?? "") { By = by },
        "merge" when (Text("other") ?? Text("with")) is { } with => new ActRequest.Merge(with) { By = by },
        "split" when form["documents"] is { Count: > 0 } documents => new ActRequest.Split([.. documents.OfType<string>()]) { By = by },
        "unmerge" => new ActRequest.Unmerge(Text("why") ?? "") { By = by },
        "close" => new ActRequest.Close(Text("outcome") ?? "") { By = by },
        "dismiss" => new ActRequest.Dismiss(Text("why") ?? "") { By = by },
        _ => null,
    };

    private DateTimeOffset? Instant => Text("at") is { } at ? InstantOf(at) : null;

    /// <summary>A version of a text is chosen as <c>stance:2</c>.</summary>
    private (PublicTextKind Kind, int Version)? Picked =>
        Text("version")?.Split(':') is [var kind, var number]
        && QueryValues.TryEnum<PublicTextKind>(kind, out var which, out _)
        && which is { } known
        && int.TryParse(number, CultureInfo.InvariantCulture, out var version)
            ? (known, version)
            : null;

    private string? Text(string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private T? Choice<T>(string field)
        where T : struct, Enum => QueryValues.TryEnum<T>(Text(field), out var value, out _) ? value : null;

    private List<string> People() => [.. (Text("people") ?? "").Split(['、', '，', ',', '\n', '\r', ' ', ';', '；'], MostPeople + 1, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>A time without an offset is the one on the wall of the bureau.</summary>
    private DateTimeOffset? InstantOf(string text) =>
        DateTime.TryParseExact(text.Replace('T', ' '), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-M-d H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year is > 1970 and < 9000
            ? new DateTimeOffset(wall, zone.GetUtcOffset(wall))
            : null;
}
