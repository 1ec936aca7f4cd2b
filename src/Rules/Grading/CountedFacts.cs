using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules.Grading;

/// <summary>Finds people told by their number: lost ones, and crowds that block or besiege.</summary>
internal static class CountedFacts
{
    /// <summary>Adds them.</summary>
    public static void Add(Reading reading, Facts facts)
    {
        var text = reading.Text.Span;
        foreach (var (start, end) in Casualties.Find(text))
        {
            if (Matters.StandNear(reading, start, end, Matters.Endanger) && !Told(reading, TermRole.Death, start, end))
            {
                facts.Add(FactorNames.Death, text[start..end].ToString());
            }
        }

        foreach (var (start, end) in Crowds.Find(text))
        {
            if (Matters.StandNear(reading, start, end, static term => Vocabulary.IsAnchor(term.Role)) && !Told(reading, TermRole.Crowd, start, end))
            {
                facts.Add(Crowds.Holds(text, end) ? FactorNames.Violence : FactorNames.Crowd, text[start..end].ToString());
            }
        }
    }

    /// <summary>Whether it is only told of: conditional, elsewhere, rehearsed, denied or made up.</summary>
    private static bool Told(Reading reading, TermRole role, int start, int end)
    {
        if (reading.Denials.Reach(reading, role, start, end))
        {
            return true;
        }

        var (from, to) = reading.Clause(start, end);
        var (first, last) = reading.Sentence(start, end);
        var (conditional, elsewhere, here, unreal) = (false, false, false, false);
        foreach (ref readonly var one in reading.Found)
        {
            var about = one.Term.Role;
            if (one.Start >= from && one.Start < to)
            {
                conditional |= about == TermRole.Condition && one.Start < start;
                elsewhere |= Scenes.IsScene(reading, one);
                here |= about == TermRole.Place;
            }

            unreal |= one.Start >= first && one.Start < last && about is TermRole.Drill or TermRole.Fiction;
        }

        return conditional || (elsewhere && !here) || unreal;
    }
}
