namespace OpinionWatch.Rules.Evaluation;

/// <summary>Counts what the rules answered where people answered something.</summary>
internal static class Confusion
{
    /// <summary>Labelled answer → given answer → how many.</summary>
    public static IReadOnlyDictionary<T, IReadOnlyDictionary<T, int>> Of<T>(IReadOnlyCollection<(T Told, T Given)> answers)
        where T : struct, Enum =>
        answers.GroupBy(static answer => answer.Told).OrderBy(static group => group.Key).ToDictionary(
            static group => group.Key,
            static group => (IReadOnlyDictionary<T, int>)group.GroupBy(static answer => answer.Given).OrderBy(static given => given.Key)
                .ToDictionary(static given => given.Key, static given => given.Count()));

    /// <summary>The score of each answer that was labelled or given.</summary>
    public static IReadOnlyDictionary<T, ClassScore> Scores<T>(IReadOnlyCollection<(T Told, T Given)> answers)
        where T : struct, Enum =>
        answers.SelectMany(static answer => new[] { answer.Told, answer.Given }).Distinct().Order().ToDictionary(
            static name => name,
            name => new ClassScore(
                answers.Count(answer => answer.Told.Equals(name)),
                answers.Count(answer => answer.Given.Equals(name)),
                answers.Count(answer => answer.Told.Equals(name) && answer.Given.Equals(name))));
}
