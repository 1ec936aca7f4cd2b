using OpinionWatch.Crawling;
using OpinionWatch.Crawling.Rendering;

namespace OpinionWatch.Worker.Doctor;

/// <summary>Whether there is a browser for the sites that want one.</summary>
internal sealed class BrowserExamination(CrawlingOptions options) : IExamination
{
    public string Name => "浏览器";

    public Task<IReadOnlyList<Diagnosis>> LookAsync(CancellationToken cancellationToken)
    {
        var wanting = options.Sources.Count(source => source.Enabled && source.Render);
        Diagnosis found = (wanting, ChromiumFinder.Find(options.Chromium)) switch
        {
            (0, _) => new(DiagnosisMark.Good, "没有信源需要浏览器"),
            (_, null) => new(DiagnosisMark.Fault, $"{wanting} 个信源设了 render: true，本机没有 Chromium", "apt-get install chromium，或在 fetch.chromium 写明位置。"),
            (_, { } path) => new(DiagnosisMark.Good, $"{wanting} 个信源用 {path} 呈现"),
        };
        return Task.FromResult<IReadOnlyList<Diagnosis>>([found]);
    }
}
