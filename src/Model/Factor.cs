namespace OpinionWatch.Model;

/// <summary>One reason of a level (分级因素).</summary>
/// <param name="Name">The factor's name, a key of <c>config/grading.yaml</c>.</param>
/// <param name="Points">Points it gave; negative when it took some, 0 for a rule that set the level outright.</param>
/// <param name="Because">The words or circumstances it rests on, in Chinese, for a leader to read.</param>
public sealed record Factor(string Name, int Points, string Because);
