using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Doctor;

/// <summary>What <c>check</c> says, in short.</summary>
/// <param name="configuration">The configuration in the files; null when they have errors.</param>
/// <param name="faults">Errors and warnings of the files and of the duty roster.</param>
internal sealed class ConfigurationExamination(WatchConfiguration? configuration, IReadOnlyList<ConfigurationFault> faults) : IExamination
{
    private const int MostNamed = 5;

    public string Name => "配置";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Diagnosis>>([Whole(), .. Named()]);

    private Diagnosis Whole() => configuration is null
        ? new Diagnosis(DiagnosisMark.Fault, $"{faults.Count(fault => fault.IsError)} 处错误：运行中的服务仍按上一份正确的配置工作，重新启动则起不来", "按下面的文件、行、列改正；全部错误用 opinionwatch check 查看。")
        : new Diagnosis(DiagnosisMark.Good, $"版本 {configuration.Version}：{configuration.Crawling.Sources.Count(source => source.Enabled)} 个启用的信源，{configuration.Lexicon.Count} 个词条，{configuration.Contacts.Contacts.Count} 个联系人");

    private IEnumerable<Diagnosis> Named()
    {
        foreach (var fault in faults.OrderByDescending(fault => fault.IsError).Take(MostNamed))
        {
            yield return new Diagnosis(fault.IsError ? DiagnosisMark.Fault : DiagnosisMark.Warning, fault.ToString());
        }

        if (faults.Count > MostNamed)
        {
            yield return new Diagnosis(DiagnosisMark.Warning, $"另有 {faults.Count - MostNamed} 条", "运行 opinionwatch check 查看全部。");
        }
    }
}
