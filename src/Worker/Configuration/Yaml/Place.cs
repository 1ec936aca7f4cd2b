namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>A place in a configuration file.</summary>
/// <param name="File">The file as it is named in faults.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The beginning of a file, for what concerns the whole of it.</summary>
    public static Place StartOf(string file) => new(file, 1, 1);

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
