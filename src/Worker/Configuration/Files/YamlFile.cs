using OpinionWatch.Worker.Configuration.Yaml;

namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>Gets from the bytes of a YAML file to its nodes.</summary>
internal static class YamlFile
{
    /// <summary>Reads a file; null when it is empty or cannot be read: then there is a fault.</summary>
    public static YamlNode? Read(ConfigurationSnapshot snapshot, ConfigurationFile file, Reading reading)
    {
        var shown = NameOf(snapshot, file.Name);
        if (file.Unreadable is not null)
        {
            reading.Faults.Error(Place.StartOf(shown), file.Unreadable);
            return null;
        }

        var (text, charset, why, line) = FileText.Decode(file.Bytes.Span);
        if (text is null)
        {
            reading.Faults.Error(new Place(shown, line, 1), why!);
            return null;
        }

        if (charset != "UTF-8")
        {
            reading.Faults.Warning(Place.StartOf(shown), $"read as {charset}; save the file as UTF-8, which every editor and every machine reads alike");
        }

        return YamlTree.Read(shown, text, reading.Faults);
    }

    /// <summary>Gives the name of a file as faults show it.</summary>
    public static string NameOf(ConfigurationSnapshot snapshot, string name) => Path.Combine(snapshot.Folder, name.Replace('/', Path.DirectorySeparatorChar));
}
