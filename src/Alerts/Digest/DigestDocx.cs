using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Writes a digest as a Word document, after the habits of official documents (GB/T 9704-2012 §5: A4, a type area of 156 mm × 225 mm, 仿宋 size 三号, a fixed line pitch).</summary>
public static class DigestDocx
{
    /// <summary>Gives the bytes of the .docx file.</summary>
    public static byte[] Write(DigestModel digest)
    {
        using var memory = new MemoryStream();
        using (var file = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var body = new Body();
            main.Document = new Document(body);
            Fill(new DocxPen(body), digest);
            body.Append(DocxPage.Section(DocxPage.AddPageNumber(main)));
            file.PackageProperties.Title = $"{digest.Organisation}{digest.Kind}";
        }

        return memory.ToArray();
    }

    private static void Fill(DocxPen pen, DigestModel digest)
    {
        pen.Title($"{digest.Organisation}{digest.Kind}");
        pen.Centred(digest.Period);
        pen.Heading("一、概况");
        pen.Table(["级别", "新发事件（起）"], digest.Levels.Select(l => new[] { l.Name, Number(l.Count) }));
        pen.Paragraph($"涉及领域：{(digest.Topics.Count > 0 ? string.Join("、", digest.Topics.Select(t => $"{t.Name}{t.Count}起")) : "无")}。");
        pen.Paragraph($"相关信息：{string.Join("，", digest.Documents.Select(d => $"{d.Name}{d.Count}条"))}。");
        Incidents(pen, "二、新发事件", digest.Opened);
        Incidents(pen, "三、在办事件", digest.Ongoing);
        Incidents(pen, "四、本期办结", digest.Ended);
        Coverage(pen, digest);
        Failures(pen, digest);
        pen.Paragraph($"生成时间：{digest.MadeAt}");
    }

    private static void Incidents(DocxPen pen, string heading, IReadOnlyList<DigestIncident> incidents)
    {
        pen.Heading($"{heading}（{incidents.Count}起）");
        if (incidents.Count == 0)
        {
            pen.Paragraph("无。");
        }

        foreach (var (incident, number) in incidents.Select((incident, index) => (incident, index + 1)))
        {
            pen.SubHeading($"{number}．【{incident.LevelName}】{incident.Title}");
            pen.Paragraph(string.Join("；", new[] { incident.Where, incident.When, incident.Source, incident.Spread, incident.State }.Where(w => w.Length > 0)) + "。");
            foreach (var clock in incident.Clocks)
            {
                pen.Paragraph(clock.Words);
            }

            pen.Paragraph(incident.Url is null ? $"事件编号：{incident.Id}" : $"事件编号：{incident.Id}；原文：{incident.Url}");
        }
    }

    private static void Coverage(DocxPen pen, DigestModel digest)
    {
        pen.Heading("五、信源覆盖");
        pen.Paragraph($"共{digest.SourcesWhole + digest.Gaps.Count}个信源，全程覆盖{digest.SourcesWhole}个；应覆盖{digest.HoursOf}小时，未覆盖{Math.Max(0, digest.HoursOf - digest.HoursCovered)}小时。");
        if (digest.Gaps.Count > 0)
        {
            pen.Table(["信源", "覆盖", "现状", "未覆盖时段"], digest.Gaps.Select(gap => new[] { gap.Name, gap.Covered, gap.State, string.Join("；", gap.Gaps) }));
        }
    }

    private static void Failures(DocxPen pen, DigestModel digest)
    {
        pen.Heading("六、未送达的预警");
        if (digest.Failures.Count == 0)
        {
            pen.Paragraph("无。");
            return;
        }

        pen.Table(["联系人", "渠道", "条数", "状态及原因"], digest.Failures.Select(f => new[] { f.Who, f.Channel, Number(f.Count), $"{f.State}：{f.Reason}" }));
    }

    private static string Number(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
