namespace OpinionWatch.Storage.Backup;

/// <summary>Judges the list of files of a backup, which is as hostile as all of it.</summary>
internal static class ManifestCheck
{
    private const long ConfigurationLimit = 32L * 1024 * 1024;

    /// <summary>Finds what is wrong with it; null when nothing is.</summary>
    public static string? FindFault(BackupManifest? manifest, int fileLimit)
    {
        if (manifest is not { Version: >= 1, Files: not null, Warnings: not null } || manifest.Files.Any(file => file is null) || manifest.Warnings.Any(warning => warning is null))
        {
            return "the list of files is empty";
        }

        if (manifest.Version > BackupManifest.CurrentVersion)
        {
            return $"it was written by a newer version ({ArchiveReader.Shown(manifest.Program ?? "")}, format {manifest.Version}); this one reads format {BackupManifest.CurrentVersion}: install that version first";
        }

        if (manifest.Segment < 1 || manifest.Offset < 0 || manifest.Records < 0 || manifest.Hash is not { Length: 64 } || !manifest.Hash.All(char.IsAsciiHexDigitUpper))
        {
            return "the list of files does not say where the journal ends";
        }

        if (manifest.Files.Count > fileLimit)
        {
            return $"the list names {manifest.Files.Count} files; {fileLimit} are the most";
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in manifest.Files)
        {
            if (file.Name is null || !BackupNames.IsAllowed(file.Name))
            {
                return $"the list names {ArchiveReader.Shown(file.Name ?? "nothing")}, which does not belong into a backup or leads out of its folder";
            }

            if (!names.Add(file.Name) || file.Size < 0 || file.Sha256 is not { Length: 64 })
            {
                return $"the list names {ArchiveReader.Shown(file.Name)} twice, or without size or hash";
            }
        }

        return manifest.Files.Where(file => file.Name.StartsWith(BackupNames.Configuration, StringComparison.Ordinal)).Any(file => file.Size > ConfigurationLimit)
            ? $"a file of the configuration is larger than {ConfigurationLimit} bytes"
            : null;
    }
}
