namespace OpinionWatch.Alerts.Digest;

/// <summary>Writes a digest as mail. The same <see cref="DigestModel"/> serves other forms, such as paper.</summary>
public static class DigestRenderer
{
    /// <summary>Writes subject, page and plain text.</summary>
    public static DigestText Render(DigestModel digest) => new(SubjectOf(digest), DigestHtml.Write(digest), DigestPlain.Write(digest));

    private static string SubjectOf(DigestModel digest)
    {
        var counts = string.Join('、', digest.Levels.Where(l => l.Count > 0).Select(l => $"{l.Name}{l.Count}"));
        return $"【{digest.Kind}】{digest.Organisation} {digest.Period}：{(counts.Length > 0 ? "新发" + counts : "无新发事件")}";
    }
}
