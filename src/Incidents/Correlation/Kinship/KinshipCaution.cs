using OpinionWatch.Model;

namespace OpinionWatch.Incidents.Correlation;

/// <summary>How sure kinship has to be, by what a mistake would cost: a grave text taken for a known matter wakes nobody.</summary>
internal sealed class KinshipCaution(IncidentBook book)
{
    /// <summary>What wakes nobody either way joins when it is nearly as likely as not: two incidents of one ordinary matter cost an office more than a wrong page in one.</summary>
    private const double Usual = -0.5;

    /// <summary>What is major or critical is taken for a known matter only when that is likelier than not by far.</summary>
    private const double Grave = 2;

    /// <summary>A text that does not say where it happened, or not enough to have a level.</summary>
    private const double Unplaced = 1;

    /// <summary>The village is another than the incident's: many villages of a town may still be one matter, unless it is grave and would wake nobody.</summary>
    private const double Elsewhere = 2;

    /// <summary>News of a grave matter that had been quiet.</summary>
    private const double Late = 3;

    private const double AlikeWords = 0.3;
    private const double ContainedWords = 0.6;
    private const double SurelyNamed = 3;

    /// <summary>Another landslide in the same village is news, not more of the old one: what is grave joins only what is still fresh, unless it surely tells what came of it.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(14);

    private readonly TextKinship _texts = new(book);

    /// <summary>Gives what the score of text and incident has to pass; infinity when nothing is enough.</summary>
    public double Needed(Incident incident, KnownText nearest, NewText text, Level level)
    {
        var isElsewhere = IsElsewhere(incident, text);
        var usual = isElsewhere ? Elsewhere : Usual;
        var isFresh = nearest.Distance(text.At) <= Fresh;
        return level == Level.None ? Math.Max(Unplaced, usual)
            : level < Level.Major || (Wakes(incident, level) && isFresh) ? usual
            : isElsewhere ? double.PositiveInfinity
            : isFresh ? Grave
            : IsSurelySequel(nearest, text) ? Late
            : double.PositiveInfinity;
    }

    /// <summary>The same words of another place, with other numbers, or again another month: whoever writes so tells another matter.</summary>
    public static bool IsFormLetter(KnownText known, NewText text)
    {
        if (known.Prints.Sketch is not { } theirs || text.Prints.Sketch is not { } mine)
        {
            return false;
        }

        var (likeness, contained) = mine.Compare(theirs);
        return (likeness >= AlikeWords || contained >= ContainedWords) && (known.Distance(text.At) > MatterFinder.ReprintSpan || MatterFinder.IsLookAlike(known, text));
    }

    /// <summary>Joining raises the incident, so that people are told after all; of what is long past they would be told with its old deadlines.</summary>
    private static bool Wakes(Incident incident, Level level) => level > incident.Level && incident.LevelHistory is not [.., { By: not IncidentChange.System }];

    /// <summary>It answers a title the incident holds, or tells what came of it and shares amounts or rare names with it.</summary>
    private bool IsSurelySequel(KnownText nearest, NewText text) =>
        _texts.Compare(text, nearest) is { } compared
        && (compared.SameTitle > 0 ? text.Kind == DocumentKind.Reply || text.IsSequel : text.IsSequel && (compared.Amounts > 0 || compared.Names >= SurelyNamed));

    /// <summary>The incident's texts name villages, this one does too, and none is the same.</summary>
    private bool IsElsewhere(Incident incident, NewText text)
    {
        var texts = book.Texts.OfIncident(incident.Id);
        return !text.Prints.Anchored.IsEmpty
            && texts.Any(known => !known.Prints.Anchored.IsEmpty)
            && texts.All(known => _texts.CommonVillage(text.Prints, known.Prints) is null);
    }
}
