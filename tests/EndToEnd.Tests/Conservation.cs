using System.Text.Json.Nodes;
using OpinionWatch.TestKit.Smtp;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The sums that must add up: every grave post has an incident, every incident its mails, every alert one Message-ID.</summary>
internal static class Conservation
{
    /// <summary>Waits until every address stands in an incident and every delivery of every incident was handed over.</summary>
    public static Task UntilToldAsync(ServiceProcess service, Scene scene, IReadOnlyCollection<string> addresses, TimeSpan patience) => service.UntilAsync(
        async () =>
        {
            var incidents = await service.ListIncidentsAsync();
            var known = incidents.SelectMany(i => i["documents"]!.AsArray()).Select(d => d!["url"]!.GetValue<string>()).ToHashSet();
            return addresses.All(known.Contains)
                && incidents.All(i => i["deliveries"]!.AsArray() is { Count: > 0 } deliveries && deliveries.All(d => d!["state"]!.GetValue<string>() == "sent"))
                && incidents.Select(IdOf).All(MailsByIncident(scene).ContainsKey);
        },
        patience,
        $"{addresses.Count} posts to be told of");

    /// <summary>Time from publication to the first mail accepted, for each post that opened its incident.</summary>
    public static IEnumerable<TimeSpan> Latencies(Scene scene, List<JsonNode> incidents, Dictionary<string, DateTimeOffset> published)
    {
        var mails = MailsByIncident(scene);
        return incidents.Select(incident =>
            mails[IdOf(incident)].Min(mail => mail.ReceivedAt) - published[incident["documents"]![0]!["url"]!.GetValue<string>()]);
    }

    /// <summary>Checks after the storm: one Message-ID an alert, and a mail for each delivery.</summary>
    public static void Check(Scene scene, List<JsonNode> incidents)
    {
        var deliveries = incidents.SelectMany(i => i["deliveries"]!.AsArray()).Select(d => d!).ToList();
        var sent = scene.Mail.Messages.Select(m => m.MessageId).ToHashSet();
        var promised = deliveries.Select(d => d["messageId"]!.GetValue<string>()).ToList();
        var alerts = deliveries.Select(d => (d["contact"]!.GetValue<string>(), d["channel"]!.GetValue<string>(), d["step"]!.GetValue<string>(), d["dueAt"]!.GetValue<string>())).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(promised, Is.Unique, "one Message-ID an alert");
            Assert.That(sent, Is.EquivalentTo(promised), "a mail for each delivery, and none that no delivery promised");
            Assert.That(alerts.Zip(incidents.SelectMany(i => i["deliveries"]!.AsArray().Select(_ => IdOf(i)))), Is.Unique, "no alert decided twice");
        });
    }

    private static string IdOf(JsonNode incident) => incident["id"]!.GetValue<string>();

    private static Dictionary<string, List<ReceivedMail>> MailsByIncident(Scene scene) => scene.Mail.Messages
        .GroupBy(mail => mail.Header("X-OpinionWatch-Incident") ?? "")
        .ToDictionary(group => group.Key, group => group.ToList());
}
