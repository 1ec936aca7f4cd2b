namespace OpinionWatch.Rules.Segmentation.Cutting;

/// <summary>One string for each character ever asked for: four tokens of ten are a single character.</summary>
internal sealed class CharacterStrings
{
    private readonly string?[] _strings = new string?[char.MaxValue + 1];

    /// <summary>Gives the character as a string. Two threads may make the same one; either is right.</summary>
    public string Get(char c) => _strings[c] ??= c.ToString();
}
