using System.Text.Json;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Accounts;

/// <summary>The accounts of the console: <c>accounts.json</c> of the data folder, written whole or not at all, readable by its owner alone.</summary>
/// <remarks>A file beside the journal and not in it: <c>opinionwatch user</c> has to change it while the service owns the journal. Two writers take turns by a lock file.
/// What root writes belongs to whom the data belong to: a file of root's would shut the service out of its own accounts.</remarks>
public sealed class AccountFile(string dataFolder, TimeProvider time)
{
    private const int Version = 1;
    private const long MaxBytes = 16 * 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where it lies.</summary>
    public string Path { get; } = System.IO.Path.Combine(dataFolder, "accounts.json");

    /// <summary>Gives the number of the user the data belong to, when this process is neither they nor root: what it writes the service could not read. Null otherwise, and where nobody knows.</summary>
    public uint? FindForeignOwner() =>
        FileOwner.FindSelf() is { } self and not FileOwner.Root && FileOwner.OwnerOf(dataFolder) is { } owner && owner.User != self && owner.User != FileOwner.Root ? owner.User : null;

    /// <summary>Gives what changes whenever the file does; null while there is none.</summary>
    public string? FindMark() => new FileInfo(Path) is { Exists: true } file ? $"{file.LastWriteTimeUtc.Ticks}:{file.Length}" : null;

    /// <summary>Reads all accounts; empty when there is no file.</summary>
    /// <exception cref="InvalidDataException">It is not a file of accounts; the message says why. It must not be taken for an empty one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public IReadOnlyList<Account> Read()
    {
        try
        {
            using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaxBytes)
            {
                throw new InvalidDataException($"{Path} has {stream.Length} bytes; {MaxBytes} are allowed.");
            }

            var content = JsonSerializer.Deserialize<Content>(stream, ContractJson.Options);
            return content is { Version: > 0 and <= Version, Accounts: { } accounts } && accounts.All(account => account is not null)
                ? accounts
                : throw new InvalidDataException($"{Path} is of no version this program can read (1 to {Version}).");
        }
        catch (FileNotFoundException)
        {
            return [];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{Path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads, lets <paramref name="decide"/> change, and writes; nobody else writes in between. On disk when the task completes.</summary>
    /// <param name="decide">Gets all accounts; gives those from now on, or null to leave them, and what to tell the caller.</param>
    /// <param name="cancellationToken">Stops the waiting, not the writing.</param>
    /// <exception cref="InvalidDataException">The file there is cannot be read; it is left as it is.</exception>
    /// <exception cref="IOException">It cannot be written, or another process is at it for longer than ten seconds.</exception>
    public async Task<T> ChangeAsync<T>(Func<IReadOnlyList<Account>, (IReadOnlyList<Account>? After, T Answer)> decide, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(dataFolder);
        await using var turn = await TakeTurnAsync(cancellationToken);
        var (after, answer) = decide(Read());
        if (after is not null)
        {
            Write(after);
        }

        return answer;
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                var turn = new FileStream(Path + ".lock", Options(FileMode.OpenOrCreate));
                GiveToOwner(turn);
                return turn;
            }
            catch (IOException) when (time.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(Turn, time, cancellationToken);
            }
        }
    }

    private void Write(IReadOnlyList<Account> accounts)
    {
        var draft = Path + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, Options(FileMode.CreateNew)))
        {
            JsonSerializer.Serialize(stream, new Content(Version, accounts), ContractJson.Options);
            GiveToOwner(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, Path, overwrite: true);
        DirectoryFlush.Of(dataFolder);
    }

    private void GiveToOwner(FileStream file)
    {
        if (FileOwner.FindSelf() != FileOwner.Root || FileOwner.OwnerOf(dataFolder) is not { } owner)
        {
            return;
        }

        try
        {
            FileOwner.Give(file.Name, owner);
        }
        catch (IOException)
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private sealed record Content(int Version, IReadOnlyList<Account> Accounts);
}
