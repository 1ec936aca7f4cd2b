using OpinionWatch.Model;

namespace OpinionWatch.Storage.State;

/// <summary>An incident as it is to be written to the view.</summary>
/// <param name="Incident">All of it.</param>
/// <param name="Whole">Documents were not only added at the end since it was last written: all parts must be written.</param>
internal sealed record StoredIncident(Incident Incident, bool Whole);
