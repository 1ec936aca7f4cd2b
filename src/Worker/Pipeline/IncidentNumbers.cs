using System.Globalization;
using OpinionWatch.Model;

namespace OpinionWatch.Worker.Pipeline;

/// <summary>Gives incidents their names, <c>20261124-0007</c>: the local day and a number that goes on from the highest known of that day.</summary>
internal sealed class IncidentNumbers
{
    private string _day = "";
    private int _number;

    /// <summary>Gives the next name.</summary>
    /// <param name="local">The present in the bureau's zone.</param>
    /// <param name="known">All incidents known; read when a day begins.</param>
    public string Next(DateTimeOffset local, IEnumerable<Incident> known)
    {
        var day = local.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (day != _day)
        {
            _day = day;
            _number = known
                .Where(incident => incident.Id.StartsWith(day + "-", StringComparison.Ordinal))
                .Select(incident => int.TryParse(incident.Id.AsSpan(day.Length + 1), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .DefaultIfEmpty()
                .Max();
        }

        return string.Create(CultureInfo.InvariantCulture, $"{day}-{++_number:0000}");
    }
}
