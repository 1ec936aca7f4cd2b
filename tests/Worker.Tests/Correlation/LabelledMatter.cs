using OpinionWatch.Model;

namespace OpinionWatch.Worker.Tests.Correlation;

/// <summary>A document and the matter it tells.</summary>
internal sealed record LabelledMatter(Document Document, Analysis Analysis, string Matter)
{
    public DateTimeOffset SeenAt => Document.PublishedAt!.Value.AddMinutes(3);

    public bool IsOdd => (Matter[^1] - '0') % 2 == 1;
}
