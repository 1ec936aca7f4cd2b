namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>A part of a YAML file that knows where it stands.</summary>
/// <param name="Place">Its first character; for an alias that of what it repeats.</param>
/// <param name="Size">Count of nodes in it, aliases counted as what they repeat.</param>
internal abstract record YamlNode(Place Place, int Size)
{
    /// <summary>What people call this kind of node.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Raw">As written, secrets not filled in.</param>
/// <param name="IsPlain">Not quoted.</param>
internal sealed record YamlScalar(Place Place, string Raw, bool IsPlain) : YamlNode(Place, 1)
{
    /// <inheritdoc/>
    public override string Kind => "a single value";

    /// <summary>Nothing, as <c>key:</c>, <c>key: ~</c> and <c>key: null</c> say.</summary>
    public bool IsNull => IsPlain && (Raw is "" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, int Size, IReadOnlyList<YamlNode> Items) : YamlNode(Place, Size)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}

/// <summary>Keys with values, in the order of the file, each key once.</summary>
internal sealed record YamlMap(Place Place, int Size, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place, Size)
{
    /// <inheritdoc/>
    public override string Kind => "keys with values";
}

/// <summary>One key with its value.</summary>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
