namespace OpinionWatch.Worker.Commands;

/// <summary>The configuration has errors; the message lists them with file, line and column.</summary>
internal sealed class ConfigurationException(string message) : Exception(message);
