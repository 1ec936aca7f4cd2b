using OpinionWatch.Model;

namespace OpinionWatch.Console.Acts;

/// <summary>Takes what a member of staff saw in print, on air or anywhere else; same pipeline as a crawled page.</summary>
public interface IIntake
{
    /// <summary>Analyses and keeps the document; what must be sent because of it is on disk when the task completes.</summary>
    Task TakeAsync(Document document, CancellationToken cancellationToken);
}
