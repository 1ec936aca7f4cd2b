namespace OpinionWatch.Alerts.Templates;

/// <summary>Says the essential in one short message: level, matter, place, source, deadline.</summary>
internal static class SmsText
{
    /// <summary>UTF-16 units of one message in UCS-2.</summary>
    public const int Most = 70;

    /// <summary>Writes it: the fixed parts keep their room, what remains is the matter's.</summary>
    public static string Write(AlertMatter matter)
    {
        var head = $"{matter.LateMark}【{matter.LevelName}】{matter.Occasion.Mark}";
        var late = matter.LateWords.Length > 0 ? $"，{matter.LateWords}" : "";
        var deadline = MessageParts.DeadlineOf(matter) is { Length: > 0 } words ? $"，{words}" : "";
        var source = matter.Sources.Count > 0 ? $"，{PlainText.Cut(matter.Sources[0].Name, 8)}" : "";
        var place = PlaceOf(matter, 8);

        var room = Most - head.Length - late.Length - deadline.Length - source.Length - place.Length;
        if (room < 12)
        {
            // The late words give way last: first the source, then the place are shortened.
            source = matter.Sources.Count > 0 ? $"，{PlainText.Cut(matter.Sources[0].Name, 4)}" : "";
            place = PlaceOf(matter, 4);
            room = Most - head.Length - late.Length - deadline.Length - source.Length - place.Length;
        }

        return PlainText.Cut(head + PlainText.Cut(matter.Title, Math.Max(room, 8)) + place + source + late + deadline, Most);
    }

    private static string PlaceOf(AlertMatter matter, int most)
    {
        var place = matter.FirstPlace;
        var said = matter.Title.Contains(place, StringComparison.Ordinal) && matter.Title.IndexOf(place, StringComparison.Ordinal) < 12;
        return said || place.Length == 0 ? "" : $"，{PlainText.Cut(place, most)}";
    }
}
