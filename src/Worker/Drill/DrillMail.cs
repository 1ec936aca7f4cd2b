using OpinionWatch.Worker.Watching;

namespace OpinionWatch.Worker.Drill;

/// <summary>The folder by which the command <c>drill</c> and the running service speak: requests go in, reports come out. Whoever may write the data folder may ask.</summary>
internal sealed class DrillMail(string data)
{
    private const string RequestEnd = ".request.json";
    private const string ReportEnd = ".report.json";
    private const int Most = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string _folder = Path.Combine(data, "drill");

    /// <summary>Leaves a request and gives its name.</summary>
    public string Ask(DrillRequest request)
    {
        var name = Guid.NewGuid().ToString("n");
        new SteadyFile(Path.Combine(_folder, name + RequestEnd), 512).Write(request);
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

    /// <summary>Takes the next request; null when there is none.</summary>
    public (string Name, DrillRequest Request)? Take(DateTimeOffset now)
    {
        if (!Directory.Exists(_folder))
        {
            return null;
        }

        foreach (var path in Directory.EnumerateFiles(_folder, "*.json").Take(Most))
        {
            if (now - new DateTimeOffset(File.GetLastWriteTimeUtc(path)) > Kept)
            {
                File.Delete(path);
            }
            else if (path.EndsWith(RequestEnd, StringComparison.Ordinal) && new SteadyFile(path).Find<DrillRequest>() is { To.Length: > 0 } request)
            {
                File.Delete(path);
                return (Path.GetFileName(path)[..^RequestEnd.Length], request);
            }
        }

        return null;
    }

    /// <summary>Writes what is known of a drill for whoever asked.</summary>
    public void Tell(string name, DrillReport report) => new SteadyFile(Path.Combine(_folder, name + ReportEnd)).Write(report);

    /// <summary>Finds what is known of a drill that was asked for; null when nothing is yet.</summary>
    public DrillReport? Find(string name) => new SteadyFile(Path.Combine(_folder, name + ReportEnd)).Find<DrillReport>();
}
