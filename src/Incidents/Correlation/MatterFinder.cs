using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>Finds the incident whose matter a document tells, as a reprint or in other words. Rather none than a wrong one.</summary>
internal sealed class MatterFinder(IncidentBook book)
{
    private const int LongText = 200;
    private const double Alike = 0.55;
    private const double Within = 0.85;
    private const int LeastShingles = 12;
    private const int ContainedRatio = 3;
    internal static readonly TimeSpan ReprintSpan = TimeSpan.FromDays(30);

    /// <summary>Finds the incident that holds the same text, or nearly; null when none does.</summary>
    public Incident? FindReprinted(NewText text) =>
        Best(book.Texts.Equal(text.Prints).Where(known => IsEqual(known, text)).Select(known => (known, 2.0)))
        ?? Best(book.Texts.Alike(text.Prints).Select(known => (known, Score: Nearness(known, text))).Where(pair => pair.Score > 0));

    /// <summary>Finds the live incident that tells the same matter in other words; null when none does.</summary>
    public Incident? FindRetold(NewText text, Level level) => new MatterKinship(book).Find(text, level);

    private Incident? Best(IEnumerable<(KnownText Known, double Score)> candidates) => candidates
        .Select(pair => (Incident: book.Follow(pair.Known.IncidentId), pair.Score, pair.Known.To))
        .Where(pair => pair.Incident is not null)
        .OrderByDescending(pair => pair.Incident!.IsLive)
        .ThenByDescending(pair => pair.Score)
        .ThenByDescending(pair => pair.To)
        .ThenBy(pair => pair.Incident!.Id, StringComparer.Ordinal)
        .FirstOrDefault().Incident;

    /// <summary>A long text is itself wherever it stands; a short one may be written of two villages, or again next year.</summary>
    private static bool IsEqual(KnownText known, NewText text) =>
        text.Prints.Sketch?.Count >= LongText
        || (known.Distance(text.At) <= ReprintSpan && !Regional.Differ(known.Document.Regions, text.Regions) && !NameOtherVillages(known.Prints, text.Prints));

    private static double Nearness(KnownText known, NewText text)
    {
        if (known.Prints.Sketch is not { } theirs || text.Prints.Sketch is not { } mine || known.Distance(text.At) > ReprintSpan || IsLookAlike(known, text))
        {
            return 0;
        }

        var (likeness, contained) = mine.Compare(theirs);
        var larger = Math.Max(mine.Count, theirs.Count);
        var smaller = Math.Min(mine.Count, theirs.Count);
        return smaller < LeastShingles && likeness < Within ? 0
            : likeness >= Alike ? likeness
            : contained >= Within && larger <= ContainedRatio * smaller ? Alike * contained
            : 0;
    }

    internal static bool IsLookAlike(KnownText known, NewText text) =>
        Regional.Differ(known.Document.Regions, text.Regions)
        || NameOtherVillages(known.Prints, text.Prints)
        || known.Prints.Towns.Diverges(text.Prints.Towns)
        || (known.Prints.Numbers.Diverges(text.Prints.Numbers) && known.Prints.Numbers.Overlap(text.Prints.Numbers) < 0.7);

    /// <summary>Each names a village, estate or group the other does not. 「的石煤矿」 is no name, so where both surely name one village only groups count.</summary>
    private static bool NameOtherVillages(DocumentPrints one, DocumentPrints other) =>
        one.Anchored.Shared(other.Anchored) > 0
            ? one.Anchored.Diverges(other.Anchored) || one.Groups.Diverges(other.Groups)
            : one.Places.Diverges(other.Places);
}
