using System.Text;
using OpinionWatch.Rules;
using OpinionWatch.Rules.Lexicons;
using OpinionWatch.Rules.Matching;
using OpinionWatch.Rules.Segmentation;
using OpinionWatch.Worker.Configuration;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Builds the rule engine a configuration asks for.</summary>
internal static class RuleEngineFactory
{
    /// <exception cref="IOException">The user dictionary cannot be read.</exception>
    public static RuleEngine Create(WatchConfiguration configuration)
    {
        var lexicon = Lexicon.From(configuration.Lexicon);
        var segmenter = RuleWords.Join(Segmenter.Load(), lexicon, configuration.Area, OwnWords(configuration.UserDictionary));
        return new RuleEngine(lexicon, configuration.Grading, configuration.Area, new SegmenterBoundaries(segmenter));
    }

    private static IReadOnlyList<UserWord> OwnWords(string? file)
    {
        if (file is null)
        {
            return [];
        }

        using var reader = new StreamReader(file, Encoding.UTF8);
        return UserDictionary.Parse(reader) is UserDictionaryReading.Read words ? words.Words : [];
    }
}
