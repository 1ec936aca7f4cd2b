using OpinionWatch.Storage;
using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Drill;

/// <summary>The folder by which the command <c>drill</c> and the running service speak: requests go in, reports come out. Whoever may write the data folder may ask.</summary>
internal sealed class DrillMail(string data)
{
    private const string RequestEnd = ".request.json";
    private const string ReportEnd = ".report.json";
    private const int Most = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(data, "drill");

    /// <summary>Leaves a request and gives its name.</summary>
    public string Ask(DrillRequest request)
    {
        var name = Guid.NewGuid().ToString("n");
        var path = Path.Combine(_folder, name + RequestEnd);

        // The service removes the request and writes its report beside it.
        Directory.CreateDirectory(_folder);
        Owner.HandOver(_folder, data);
        new SteadyFile(path, 512).Write(request);
        Owner.HandOver(path, data);
        return name;
    }

    /// <summary>Takes a request back.</summary>
    /// <returns>False when the service has taken it already.</returns>
    public bool TakeBack(string name)
    {
        var path = Path.Combine(_folder, name + RequestEnd);
        var was = File.Exists(path);
        File.Delete(path);
        return was;
    }

    /// <summary>Takes the next request; null when there is none. One that cannot be removed is not taken: it would be carried out for ever.</summary>
    /// <param name="now">Now.</param>
    /// <param name="stuck">Told of one that cannot be removed.</param>
    public (string Name, DrillRequest Request)? Take(DateTimeOffset now, Action<string, Exception> stuck)
    {
        foreach (var path in List("*" + RequestEnd).Take(Most).Where(path => !IsOld(path, now)))
        {
            if (new SteadyFile(path).Find<DrillRequest>() is { To.Length: > 0 } request && TryRemove(path, stuck))
            {
                return (Path.GetFileName(path)[..^RequestEnd.Length], request);
            }
        }

        return null;
    }

    /// <summary>Removes requests and reports nobody looks at any more.</summary>
    public void Clean(DateTimeOffset now, Action<string, Exception> stuck)
    {
        foreach (var path in List("*.json").Where(path => IsOld(path, now)).ToList())
        {
            TryRemove(path, stuck);
        }
    }

    /// <summary>Writes what is known of a drill for whoever asked.</summary>
    public void Tell(string name, DrillReport report) => new SteadyFile(Path.Combine(_folder, name + ReportEnd)).Write(report);

    /// <summary>Finds what is known of a drill that was asked for; null when nothing is yet.</summary>
    public DrillReport? Find(string name) => new SteadyFile(Path.Combine(_folder, name + ReportEnd)).Find<DrillReport>();

    private IEnumerable<string> List(string pattern) => Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, pattern) : [];

    private static bool IsOld(string path, DateTimeOffset now) => now - new DateTimeOffset(File.GetLastWriteTimeUtc(path)) > Kept;

    private static bool TryRemove(string path, Action<string, Exception> stuck)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            stuck(path, fault);
            return false;
        }
    }
}
