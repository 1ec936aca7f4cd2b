using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Doctor;

/// <summary>What <c>check</c> says, in short: its faults cannot be here, or there would be nothing to look at.</summary>
/// <param name="configuration">The configuration in the files.</param>
/// <param name="warnings">Warnings of the files and of the duty roster.</param>
internal sealed class ConfigurationExamination(WatchConfiguration configuration, IReadOnlyList<ConfigurationFault> warnings) : IExamination
{
    private const int MostNamed = 5;

    public string Name => "配置";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var whole = $"版本 {configuration.Version}：{configuration.Crawling.Sources.Count(source => source.Enabled)} 个启用的信源，{configuration.Lexicon.Count} 个词条，{configuration.Contacts.Contacts.Count} 个联系人";
        return Task.FromResult<IReadOnlyList<Diagnosis>>(warnings.Count == 0
            ? [new Diagnosis(DiagnosisMark.Good, whole)]
            :
            [
                new Diagnosis(DiagnosisMark.Good, whole),
                .. warnings.Take(MostNamed).Select(warning => new Diagnosis(DiagnosisMark.Warning, warning.ToString())),
                .. warnings.Count > MostNamed ? [new Diagnosis(DiagnosisMark.Warning, $"另有 {warnings.Count - MostNamed} 条提醒", "运行 opinionwatch check 查看全部。")] : Array.Empty<Diagnosis>(),
            ]);
    }
}
