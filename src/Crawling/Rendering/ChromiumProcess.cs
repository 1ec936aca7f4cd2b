using System.ComponentModel;
using System.Diagnostics;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>A running Chromium with a profile of its own. It ends by itself when our end of the pipe closes, so that none is left when the service is killed.</summary>
internal sealed class ChromiumProcess : IDisposable
{
    private const string FolderName = "opinionwatch-render-";
    private const string LockName = "opinionwatch.lock";

    /// <summary>The protocol is spoken on descriptors 3 and 4; the shell makes them of the redirected standard ones.</summary>
    private const string ShellLine = "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";

    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MadeWithin = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly string _profile;
    private readonly FileStream _inUse;

    private ChromiumProcess(Process process, string profile, FileStream inUse, TimeProvider time)
    {
        _process = process;
        _profile = profile;
        _inUse = inUse;
        Pipe = new DevToolsPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, time);
    }

    /// <summary>The way to speak to it.</summary>
    public DevToolsPipe Pipe { get; }

    /// <summary>It is of no use any more.</summary>
    public bool HasEnded => Pipe.HasEnded;

    /// <summary>Its number.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it.</summary>
    /// <exception cref="DevToolsException">It cannot be started.</exception>
    public static ChromiumProcess Start(string path, TimeProvider time)
    {
        SweepOld(time);
        var profile = Directory.CreateTempSubdirectory(FolderName).FullName;
        var inUse = new FileStream(Path.Combine(profile, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = profile };
        foreach (var argument in new[] { "-c", ShellLine, path }.Concat(ChromiumFlags.Of(profile, Environment.IsPrivilegedProcess)))
        {
            start.ArgumentList.Add(argument);
        }

        // Nothing of it goes into the home of the service's user, and nothing of our secrets into its environment.
        foreach (var name in start.Environment.Keys.Except(["PATH", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH"]).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = start.Environment["XDG_CONFIG_HOME"] = start.Environment["XDG_CACHE_HOME"] = profile;
        try
        {
            return new ChromiumProcess(Process.Start(start)!, profile, inUse, time);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            inUse.Dispose();
            Delete(profile);
            throw new DevToolsException(e.Message);
        }
    }

    /// <summary>Ends it at once, with all of its processes, and deletes its profile.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(EndsWithin);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }

        Pipe.Dispose();
        _process.Dispose();
        _inUse.Dispose();
        Delete(_profile);
    }

    /// <summary>Deletes profiles of services that were killed. Who uses one holds a lock in it, which ends with the process; process numbers say nothing, in a container each start has the same.</summary>
    private static void SweepOld(TimeProvider time)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderName + "*").Where(folder => !IsInUse(folder, time)).ToList())
        {
            Delete(folder);
        }
    }

    private static bool IsInUse(string folder, TimeProvider time)
    {
        try
        {
            using var free = new FileStream(Path.Combine(folder, LockName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            // Just being made, unless it is older.
            return time.GetUtcNow() - new DateTimeOffset(Directory.GetLastWriteTimeUtc(folder)) < MadeWithin;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Something of it is still being closed, or another user's: it is swept at the next start.
        }
    }
}
