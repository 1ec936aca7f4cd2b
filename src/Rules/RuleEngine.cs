using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Matching.Characters;
using OpinionWatch.Rules.Meaning;

namespace OpinionWatch.Rules;

/// <summary>From a document to its analysis: match, sift, read, judge the area and the stance, grade.</summary>
/// <remarks>Pure and thread-safe: the same document and <see cref="Version"/> always give the same analysis. Building one takes some tenths of a second of the processor; keep it.</remarks>
public sealed class RuleEngine
{
    private const int MostHits = 2000;

    private readonly CharacterTable _table;
    private readonly Vocabulary _vocabulary;
    private readonly MatchSifter _sifter;
    private readonly AreaJudge _area;
    private readonly LevelGrader _grader;
    private readonly ScratchPool _scratch;

    /// <summary>An engine of these words, points and places.</summary>
    /// <param name="lexicon">The words.</param>
    /// <param name="grading">Points, thresholds and floors; a key it lacks keeps its default.</param>
    /// <param name="area">The places.</param>
    /// <param name="words">The segmenter, asked for whole-word terms; without one these count anywhere.</param>
    public RuleEngine(Lexicon lexicon, GradingOptions grading, AreaOptions area, IWordBoundaries? words = null)
    {
        var complete = grading.WithDefaults();
        var characters = new CharacterData(CharacterImage.Load());
        _table = new CharacterTable(characters.Folds);
        _vocabulary = new Vocabulary(lexicon, area, _table, characters);
        _scratch = new ScratchPool(_vocabulary.TermCount);
        _sifter = new MatchSifter(_vocabulary, _table, words);
        _area = new AreaJudge(area);
        _grader = new LevelGrader(complete);
        Version = RuleVersion.Of(lexicon, complete, area);
    }

    /// <summary>Version of lexicon, grading and area together: 16 hexadecimal digits of a hash over their content.</summary>
    public string Version { get; }

    /// <summary>Analyses one document; any text is answered, however malformed.</summary>
    public Analysis Analyze(Document document)
    {
        var scratch = _scratch.Rent();
        try
        {
            return Analyze(document, scratch);
        }
        finally
        {
            scratch.Clear();
            _scratch.Return(scratch);
        }
    }

    private Analysis Analyze(Document document, Scratch scratch)
    {
        using var text = new FoldedText(document.Title, document.Text, _table);
        _vocabulary.Find(text.Span, scratch.Matches);
        var matches = scratch.Matches.Span;
        if (matches.IsEmpty)
        {
            return new Analysis { Id = document.Id, InArea = _area.IsInArea(document.Region), LexiconVersion = Version };
        }

        _sifter.Sift(text, scratch);
        var reading = new Reading(document, text, scratch, _table);
        var relevance = _vocabulary.HasAnchor(matches) ? Relevance.Judge(reading) : null;
        var area = _area.Judge(reading);
        var stance = relevance is null ? null : StanceJudge.Judge(reading);
        var grade = stance is not null && area.InArea ? _grader.Grade(reading, stance) : null;
        return new Analysis
        {
            Id = document.Id,
            Relevant = relevance is not null,
            InArea = area.InArea,
            Level = grade?.Level ?? Level.None,
            Score = grade?.Score ?? 0,
            Stance = stance?.Stance ?? Stance.Neutral,
            Topics = relevance?.Topics ?? [],
            Regions = area.Regions,
            Hits = HitsOf(reading, relevance is not null),
            Factors = relevance is null ? [] : [.. grade?.Factors ?? [], new Factor(FactorNames.Field, 0, relevance.Because)],
            LexiconVersion = Version,
        };
    }

    private static Hit[] HitsOf(Reading reading, bool relevant)
    {
        var count = 0;
        foreach (ref readonly var one in reading.Found)
        {
            count += relevant || !IsCue(one.Term.Role) ? 1 : 0;
        }

        var hits = count == 0 ? [] : new Hit[Math.Min(count, MostHits)];
        var at = 0;
        foreach (ref readonly var one in reading.Found)
        {
            if (at < hits.Length && (relevant || !IsCue(one.Term.Role)))
            {
                var start = reading.Text.Origin(one.Start);
                hits[at++] = new Hit(one.Term.Name, one.Term.Category, start, reading.Text.Origin(one.End - 1) + 1 - start, reading.Original(one));
            }
        }

        return hits;
    }

    private static bool IsCue(TermRole role) => role is >= TermRole.Grievance and <= TermRole.Salutation or TermRole.Conduct or TermRole.Damage or >= TermRole.Elsewhere;
}
