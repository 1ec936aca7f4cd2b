using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>All fingerprints (指纹) of one document.</summary>
public sealed class DocumentPrints
{
    private const string ExactPrefix = "exact:1:";

    /// <summary>A text shorter than this many letters counts together with its title: 「如题」 says nothing.</summary>
    private const int ShortBody = 60;

    private DocumentPrints(string exact, ShingleSketch? sketch, IReadOnlyList<string> fingerprints)
    {
        Exact = exact;
        Sketch = sketch;
        Places = MarkSet.Find("places", fingerprints);
        Towns = MarkSet.Find("towns", fingerprints);
        Numbers = MarkSet.Find("numbers", fingerprints);
        Days = MarkSet.Find("days", fingerprints);
        Villages = MarkSet.Find("villages", fingerprints);
        TownNames = MarkSet.Find("townNames", fingerprints);
        Anonymous = MarkSet.Find("anonymous", fingerprints);
        Anchored = MarkSet.Find("anchored", fingerprints);
        Groups = MarkSet.Find("groups", fingerprints);
        Amounts = MarkSet.Find("amounts", fingerprints);
        Triples = fingerprints.Select(LetterTriples.TryParse).FirstOrDefault(triples => triples is not null) ?? LetterTriples.None;
        Pairs = fingerprints.Select(LetterPairs.TryParse).FirstOrDefault(pairs => pairs is not null) ?? LetterPairs.None;
        Fingerprints = fingerprints;
    }

    /// <summary>Hash of the reduced text, with the title when the text is short.</summary>
    public string Exact { get; }

    /// <summary>The shingles; null when none were kept (an exact reprint keeps none).</summary>
    public ShingleSketch? Sketch { get; }

    /// <summary>Exact places named.</summary>
    public MarkSet Places { get; }

    /// <summary>Towns named.</summary>
    public MarkSet Towns { get; }

    /// <summary>Numbers named.</summary>
    public MarkSet Numbers { get; }

    /// <summary>Days named.</summary>
    public MarkSet Days { get; }

    /// <summary>Two-letter names of villages, estates and works.</summary>
    public MarkSet Villages { get; }

    /// <summary>Two-letter names of towns.</summary>
    public MarkSet TownNames { get; }

    /// <summary>Places made unrecognisable: B区, K镇.</summary>
    public MarkSet Anonymous { get; }

    /// <summary>Those of <see cref="Villages"/> that surely are names.</summary>
    public MarkSet Anchored { get; }

    /// <summary>Groups of a village, buildings, stages.</summary>
    public MarkSet Groups { get; }

    /// <summary>Amounts, money in yuan.</summary>
    public MarkSet Amounts { get; }

    /// <summary>Its rare triples of letters; none when a version before them kept it.</summary>
    public LetterTriples Triples { get; }

    /// <summary>Its pairs of letters; none when a version before them kept it.</summary>
    public LetterPairs Pairs { get; }

    /// <summary>All of it as <see cref="IncidentDocument.Fingerprints"/> keeps it.</summary>
    public IReadOnlyList<string> Fingerprints { get; }

    /// <summary>Takes the fingerprints of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="common">How common pairs of letters are.</param>
    public static DocumentPrints Of(Document document, CommonPairs common)
    {
        var title = CorrelationText.Reduce(document.Title ?? "");
        var body = CorrelationText.Reduce(document.Text);
        var core = body.Length >= ShortBody || (title.Length > 0 && body.Contains(title)) ? body : title + body;
        var whole = title + "|" + body;
        var asWritten = AsWritten(document);
        var exact = StableHash.Exact(core);
        var sketch = ShingleSketch.Of(core);
        return new DocumentPrints(exact, sketch,
        [
            ExactPrefix + exact,
            sketch.ToString(),
            .. Kept("places", MatterMarks.Places(whole)),
            .. Kept("towns", MatterMarks.Towns(whole)),
            .. Kept("numbers", MatterMarks.Numbers(whole)),
            .. Kept("days", MatterMarks.Days(whole)),
            .. Kept("villages", PlaceNames.Villages(asWritten)),
            .. Kept("townNames", PlaceNames.Towns(asWritten)),
            .. Kept("anonymous", PlaceNames.Anonymous(asWritten)),
            .. Kept("anchored", PlaceNames.Anchored(asWritten)),
            .. Kept("groups", MatterMarks.GroupsOf(whole)),
            .. Kept("amounts", Correlation.Amounts.Of(asWritten)),
            LetterPairs.Of(asWritten, common).ToString(),
            LetterTriples.Of(asWritten, common).ToString(),
        ]);
    }

    /// <summary>Reads the fingerprints of a document kept; null when there are none this version understands.</summary>
    public static DocumentPrints? TryRead(IncidentDocument document)
    {
        var exact = document.Fingerprints.FirstOrDefault(print => print.StartsWith(ExactPrefix));
        return exact is null
            ? null
            : new DocumentPrints(exact[ExactPrefix.Length..], document.Fingerprints.Select(ShingleSketch.TryParse).FirstOrDefault(sketch => sketch is not null), document.Fingerprints);
    }

    /// <summary>Gives title and text, cut to what is looked at.</summary>
    internal static string AsWritten(Document document)
    {
        var text = document.Title + "\n" + document.Text;
        return text.Length > CorrelationText.Limit ? text[..CorrelationText.Limit] : text;
    }

    private static IEnumerable<string> Kept(string kind, IEnumerable<string> marks)
    {
        var set = MarkSet.Of(kind, marks);
        return set.IsEmpty ? [] : [set.ToString()];
    }
}
