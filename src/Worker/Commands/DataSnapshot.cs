using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Storage;

namespace OpinionWatch.Worker.Commands;

/// <summary>The data folder for a command that only reads: the folder itself, or a copy of its journal while the service has it open.</summary>
internal sealed class DataSnapshot : IAsyncDisposable
{
    private readonly string? _copy;

    private DataSnapshot(EmbeddedStore store, string? copy)
    {
        Store = store;
        _copy = copy;
    }

    public EmbeddedStore Store { get; }

    public static async Task<DataSnapshot> OpenAsync(string folder, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        try
        {
            return new DataSnapshot(await EmbeddedStore.OpenAsync(folder, TimeProvider.System, logs, cancellationToken), copy: null);
        }
        catch (StoreInUseException)
        {
            // The journal only grows, so a copy of it is a state the service was in; what is being written just now may be missing, and the evidence stays where it is (hence no log: it would miss it).
            var copy = Directory.CreateTempSubdirectory("opinionwatch-snapshot-").FullName;
            foreach (var part in new[] { "journal", "litedb" })
            {
                CopyFolder(Path.Combine(folder, part), Path.Combine(copy, part));
            }

            return new DataSnapshot(await EmbeddedStore.OpenAsync(copy, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken), copy);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_copy is not null)
        {
            Directory.Delete(_copy, recursive: true);
        }
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            using var source = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(to, Path.GetFileName(file)));
            source.CopyTo(target);
        }
    }
}
