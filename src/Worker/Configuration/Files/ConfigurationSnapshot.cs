using System.Security.Cryptography;
using System.Text;
using OpinionWatch.Worker.Configuration.Sections;

namespace OpinionWatch.Worker.Configuration.Files;

/// <summary>All effective files of the configuration folder, read once, so that what is checked is what is taken.</summary>
public sealed class ConfigurationSnapshot
{
    /// <summary>Name of the main file.</summary>
    public const string MainFile = "opinionwatch.yaml";

    /// <summary>Path of the optional dictionary for the segmenter.</summary>
    public const string UserDictionary = "lexicon/user.dict";

    private const int MaxYamlBytes = 4 * 1024 * 1024;
    private const int MaxLexiconBytes = 32 * 1024 * 1024;
    private const int MaxFiles = 2000;

    private static readonly string[] TopFiles = [MainFile, "contacts.yaml", "duty.yaml", "escalation.yaml", "grading.yaml", "area.yaml"];

    private ConfigurationSnapshot(string folder, bool exists, IReadOnlyList<ConfigurationFile> files, IReadOnlyList<string> ignored)
    {
        Folder = folder;
        Exists = exists;
        Files = files;
        Ignored = ignored;
        Version = HashOf(files);
    }

    /// <summary>The folder as it was given.</summary>
    public string Folder { get; }

    /// <summary>False when there is no such folder.</summary>
    public bool Exists { get; }

    /// <summary>Hash over the names and bytes of the files; equal when nothing changed.</summary>
    public string Version { get; }

    /// <summary>The files, by name.</summary>
    internal IReadOnlyList<ConfigurationFile> Files { get; }

    /// <summary>Names of files that lie there as if they were meant to be read, and are not.</summary>
    internal IReadOnlyList<string> Ignored { get; }

    /// <summary>Reads the folder.</summary>
    public static ConfigurationSnapshot Load(string folder)
    {
        var names = new List<string>();
        var ignored = new List<string>();
        Collect(folder, "", name => TopFiles.Contains(name), names, ignored);
        Collect(folder, "sites", name => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase), names, ignored);
        Collect(folder, "holidays", name => name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase), names, ignored);
        Collect(folder, "lexicon", name => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name == "user.dict", names, ignored);
        Collect(folder, "templates", TemplatesReader.Names.Contains, names, ignored);
        names.Sort(StringComparer.Ordinal);
        ignored.AddRange(names.Skip(MaxFiles));
        return new ConfigurationSnapshot(folder, Directory.Exists(folder), [.. names.Take(MaxFiles).Select(name => Read(folder, name))], ignored);
    }

    /// <summary>Gives the same folder with these files alone.</summary>
    internal ConfigurationSnapshot With(IReadOnlyList<ConfigurationFile> files) => new(Folder, exists: true, files, []);

    /// <summary>Finds a file by its name.</summary>
    internal ConfigurationFile? Find(string name) => Files.FirstOrDefault(file => file.Name == name);

    /// <summary>Lists the files of a sub-folder.</summary>
    internal IEnumerable<ConfigurationFile> In(string subfolder) => Files.Where(file => file.Name.StartsWith(subfolder + "/", StringComparison.Ordinal));

    private static void Collect(string folder, string subfolder, Func<string, bool> effective, List<string> names, List<string> ignored)
    {
        try
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, subfolder)))
            {
                var file = Path.GetFileName(path);
                if (effective(file) && !IsPassing(file))
                {
                    names.Add(subfolder.Length == 0 ? file : $"{subfolder}/{file}");
                }
                else if (!IsPassing(file) && !file.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                {
                    ignored.Add(subfolder.Length == 0 ? file : $"{subfolder}/{file}");
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there holds nothing; what is then missing becomes a fault of its own.
        }
    }

    // Lock and backup files that editors and Office leave beside the one being edited.
    private static bool IsPassing(string file) => file[0] is '.' or '~' or '#' || file[^1] is '~' or '#' || Path.GetExtension(file) is ".swp" or ".tmp" or ".bak" or ".swx";

    private static ConfigurationFile Read(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        var most = name.StartsWith("lexicon/", StringComparison.Ordinal) ? MaxLexiconBytes : MaxYamlBytes;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new MemoryStream();
            var buffer = new byte[64 * 1024];
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > most)
                {
                    return new ConfigurationFile(name, path, default, $"the file is larger than {most / 1024 / 1024} MiB");
                }
            }

            return new ConfigurationFile(name, path, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new ConfigurationFile(name, path, default, $"the file cannot be read ({fault.GetType().Name}); close it where it is open and see that the service may read it");
        }
    }

    private static string HashOf(IReadOnlyList<ConfigurationFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.Bytes.Length}\0{file.Unreadable}\0"));
            hash.AppendData(file.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
