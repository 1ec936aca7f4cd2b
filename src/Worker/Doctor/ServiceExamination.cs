using System.Text.Json;
using OpinionWatch.Worker.Watchdog;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether the service runs, and what it says of itself.</summary>
internal sealed class ServiceExamination(string data, TimeZoneInfo zone, HttpClient http, TimeProvider time) : IExamination
{
    private const int MostAnswerBytes = 256 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public string Name => "服务";

    public async Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var beat = WatchFiles.Heartbeat(data).Find<Heartbeat>();
        if (beat is null or { Stopped: true })
        {
            return [new Diagnosis(DiagnosisMark.Note, beat is null ? "还没有运行过" : $"已于 {Local(beat.At)} 正常停止", "启动：systemctl start opinionwatch（Windows：sc start OpinionWatch）。")];
        }

        var silent = time.GetUtcNow() - beat.At;
        if (silent > Fresh)
        {
            var why = WatchFiles.Stuck(data).Find<StuckNote>()?.Why;
            return [new Diagnosis(DiagnosisMark.Fault, $"自 {Local(beat.At)} 起没有心跳{(why is null ? "" : $"：{why}")}", "查看日志 journalctl -u opinionwatch；必要时重新启动服务。")];
        }

        return [new Diagnosis(DiagnosisMark.Good, $"自 {Local(beat.StartedAt)} 起运行，心跳正常"), .. await AskAsync(beat, cancellationToken)];
    }

    private async Task<IReadOnlyList<Diagnosis>> AskAsync(Heartbeat beat, CancellationToken cancellationToken)
    {
        foreach (var address in beat.Listen.Select(LiveProbe.AddressOf).OfType<Uri>())
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(address, "/health/ready"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
                var bytes = new byte[MostAnswerBytes];
                var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
                using var json = JsonDocument.Parse(bytes.AsMemory(0, read));
                return [.. Texts(json, "reasons").Select(text => new Diagnosis(DiagnosisMark.Fault, text)), .. Texts(json, "degraded").Select(text => new Diagnosis(DiagnosisMark.Warning, text))];
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Another of its addresses may answer.
            }
        }

        return [new Diagnosis(DiagnosisMark.Fault, $"控制台没有应答：{string.Join('、', beat.Listen)}", "核对 console.listen 和端口占用。")];
    }

    private static IEnumerable<string> Texts(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private string Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("M月d日 HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
