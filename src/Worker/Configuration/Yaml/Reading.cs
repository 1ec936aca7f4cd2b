namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>What every part of one reading shares.</summary>
internal sealed class Reading(string folder, Func<string, string?> environment)
{
    /// <summary>Where faults go.</summary>
    public FaultList Faults { get; } = new();

    /// <summary>What fills in secrets.</summary>
    public SecretResolver Secrets { get; } = new(folder, environment);

    /// <summary>Where contacts and rosters stand, by their ids.</summary>
    public Dictionary<string, Place> Defined { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a node as a text with its secrets filled in.</summary>
    /// <returns>Null when it is no single value or a secret is missing: then there is a fault.</returns>
    public string? TextOf(YamlNode node, string name)
    {
        if (node is not YamlScalar scalar)
        {
            Faults.Error(node.Place, $"{name} is a single value, not {node.Kind}");
            return null;
        }

        var (text, missing) = Secrets.Resolve(scalar.Raw);
        if (missing is not null)
        {
            Faults.Error(scalar.Place, $"{name}: {missing}");
        }

        if (text is not null && text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r')))
        {
            Faults.Error(scalar.Place, $"{name} holds a control character; remove it");
            return null;
        }

        return text;
    }
}
