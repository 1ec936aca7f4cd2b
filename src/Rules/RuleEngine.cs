using OpinionWatch.Model;
using OpinionWatch.Rules.Areas;
using OpinionWatch.Rules.Grading;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;

namespace OpinionWatch.Rules;

/// <summary>From a document to its analysis.</summary>
public sealed class RuleEngine(Lexicon lexicon, GradingOptions grading, AreaOptions area, IWordBoundaries? words = null)
{
    /// <summary>Version of lexicon, grading and area together.</summary>
    public string Version { get; } = $"{lexicon.Entries.Count}-{grading.Points.Count}-{area.Places.Count}-{words is null}";

    /// <summary>Analyses one document.</summary>
    public Analysis Analyze(Document document) => new() { Id = document.Id, LexiconVersion = Version };
}
