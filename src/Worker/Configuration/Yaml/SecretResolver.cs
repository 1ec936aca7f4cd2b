using System.Text;

namespace OpinionWatch.Worker.Configuration.Yaml;

/// <summary>Fills in <c>${env:NAME}</c> and <c>${file:PATH}</c>. What they hold appears in no fault.</summary>
internal sealed class SecretResolver(string folder, Func<string, string?> environment)
{
    private const int MaxFileBytes = 64 * 1024;

    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>Full paths of all files that were named, also those that are missing.</summary>
    public IReadOnlyList<string> Files => [.. _files.Order(StringComparer.Ordinal)];

    /// <summary>Fills in all secrets of a text.</summary>
    /// <returns>The text; or null and why not.</returns>
    public (string? Text, string? Missing) Resolve(string raw)
    {
        if (!raw.Contains("${", StringComparison.Ordinal))
        {
            return (raw, null);
        }

        var text = new StringBuilder();
        var at = 0;
        while (raw.IndexOf("${", at, StringComparison.Ordinal) is var start and >= 0)
        {
            text.Append(raw, at, start - at);
            var end = raw.IndexOf('}', start);
            var colon = end < 0 ? -1 : raw.IndexOf(':', start, end - start);
            if (colon < 0)
            {
                return (null, "a secret is written ${env:NAME} or ${file:PATH}");
            }

            var (value, missing) = Find(raw[(start + 2)..colon], raw[(colon + 1)..end]);
            if (value is null)
            {
                return (null, missing);
            }

            text.Append(value);
            at = end + 1;
        }

        return (text.Append(raw, at, raw.Length - at).ToString(), null);
    }

    private (string? Value, string? Missing) Find(string kind, string name) => kind switch
    {
        "env" when name.Length == 0 || name.AsSpan().ContainsAny('\0', '=') => (null, "${env:NAME} needs the name of an environment variable"),
        "env" => environment(name) is { Length: > 0 } value ? (value, null) : (null, $"the environment variable {Shown.Of(name)} is not set"),
        "file" => ReadFile(name),
        _ => (null, $"'{Shown.Of(kind)}' is no place for secrets; allowed: ${{env:NAME}}, ${{file:PATH}}"),
    };

    private (string? Value, string? Missing) ReadFile(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
        {
            return (null, "${file:PATH} needs the path of a file");
        }

        var path = Path.GetFullPath(name, folder);
        _files.Add(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[MaxFileBytes + 1];
            var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read > MaxFileBytes)
            {
                return (null, $"the file {Shown.Of(name, 200)} is larger than 64 KiB");
            }

            var text = Encoding.UTF8.GetString(bytes, 0, read).TrimStart('\uFEFF').TrimEnd('\r', '\n');
            return text.Length > 0 ? (text, null) : (null, $"the file {Shown.Of(name, 200)} is empty");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return (null, $"the file {Shown.Of(name, 200)} cannot be read ({fault.GetType().Name})");
        }
    }
}
