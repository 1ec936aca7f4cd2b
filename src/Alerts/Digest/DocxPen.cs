using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Writes paragraphs and tables in the type of official documents: title 小标宋 二号, headings 黑体 and 楷体, text 仿宋 三号 (16 pt).</summary>
internal sealed class DocxPen(Body body)
{
    private const string Pitch = "560"; // 28 pt, in twentieths of a point.
    private const string TwoCharacters = "200"; // In hundredths of a character.

    public void Title(string text) => body.Append(Paragraph(text, "方正小标宋简体", halfPoints: "44", JustificationValues.Center, indent: false));

    public void Centred(string text) => body.Append(Paragraph(text, "楷体_GB2312", "32", JustificationValues.Center, indent: false));

    public void Heading(string text) => body.Append(Paragraph(text, "黑体", "32", JustificationValues.Both, indent: true));

    public void SubHeading(string text) => body.Append(Paragraph(text, "楷体_GB2312", "32", JustificationValues.Both, indent: true));

    public void Paragraph(string text) => body.Append(Paragraph(text, "仿宋_GB2312", "32", JustificationValues.Both, indent: true));

    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(heads.Select(_ => new GridColumn())));
        var head = Row(heads, "黑体");
        head.PrependChild(new TableRowProperties(new TableHeader()));
        table.Append(head);
        foreach (var row in rows)
        {
            table.Append(Row(row, "仿宋_GB2312"));
        }

        body.Append(table);
    }

    private static TableRow Row(IEnumerable<string> cells, string font) =>
        new(cells.Select(text => new TableCell(new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "40", After = "40" }), Run(text, font, halfPoints: "24")))));

    private static Paragraph Paragraph(string text, string font, string halfPoints, JustificationValues justification, bool indent)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Line = Pitch, LineRule = LineSpacingRuleValues.Exact });
        if (indent)
        {
            properties.Append(new Indentation { FirstLineChars = int.Parse(TwoCharacters, System.Globalization.CultureInfo.InvariantCulture) });
        }

        properties.Append(new Justification { Val = justification });
        return new Paragraph(properties, Run(text, font, halfPoints));
    }

    private static Run Run(string text, string font, string halfPoints) => new(
        new RunProperties(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = font },
            new FontSize { Val = halfPoints },
            new FontSizeComplexScript { Val = halfPoints }),
        new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Leaves out what XML 1.0 cannot hold (§2.2): control characters and lone surrogates.</summary>
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or >= 0x20 and not 0xFFFE and not 0xFFFF));
}
