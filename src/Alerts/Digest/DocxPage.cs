using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpinionWatch.Alerts.Digest;

/// <summary>Paper, margins and page number of an official document (GB/T 9704-2012 §5.2, §7.5).</summary>
internal static class DocxPage
{
    private const double TwentiethsOfPointPerMillimetre = 1440 / 25.4;

    /// <summary>Adds a footer with the number of the page between dashes, size 四号.</summary>
    public static string AddPageNumber(MainDocumentPart main)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            Run(new FieldChar { FieldCharType = FieldCharValues.End }),
            Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
        return main.GetIdOfPart(part);
    }

    /// <summary>Gives the section: A4 upright, top 37 mm, left 28 mm, a type area of 156 mm × 225 mm.</summary>
    public static SectionProperties Section(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = (uint)Twips(210), Height = (uint)Twips(297) },
        new PageMargin { Top = Twips(37), Bottom = Twips(35), Left = (uint)Twips(28), Right = (uint)Twips(26), Header = (uint)Twips(15), Footer = (uint)Twips(25), Gutter = 0 });

    private static int Twips(double millimetres) => (int)Math.Round(millimetres * TwentiethsOfPointPerMillimetre);

    private static Run Run(OpenXmlElement content) => new(
        new RunProperties(new RunFonts { Ascii = "宋体", HighAnsi = "宋体", EastAsia = "宋体" }, new FontSize { Val = "28" }),
        content);
}
