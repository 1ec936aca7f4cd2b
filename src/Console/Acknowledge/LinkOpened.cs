using Microsoft.AspNetCore.Http;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Acknowledge;

/// <summary>What a signed link turned out to be. A closed type.</summary>
internal abstract record LinkOpened
{
    private LinkOpened()
    {
    }

    /// <summary>It may be used.</summary>
    /// <param name="Incident">The incident as it stands.</param>
    /// <param name="Contact">The person it was sent to.</param>
    public sealed record Good(Incident Incident, Contact Contact) : LinkOpened;

    /// <summary>It opens nothing.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Title">What is the matter.</param>
    /// <param name="Why">Why that may be.</param>
    public sealed record Bad(int Status, string Title, string Why) : LinkOpened
    {
        /// <summary>Not one of ours, cut off or altered.</summary>
        public static Bad Altered { get; } = new(StatusCodes.Status404NotFound, "链接不完整", "这个链接打不开：可能复制时少了一段，或被换行截断。");

        /// <summary>Its time is over.</summary>
        public static Bad Expired { get; } = new(StatusCodes.Status410Gone, "链接已过期", $"签收链接自发出起 {Alerts.Links.AcknowledgeTokens.Validity.Days} 天内有效，这个链接已经过期。");

        /// <summary>The incident or the person is no longer there.</summary>
        public static Bad Gone { get; } = new(StatusCodes.Status410Gone, "链接已失效", "这个链接所指的事件或联系人已不在系统中。");
    }
}
