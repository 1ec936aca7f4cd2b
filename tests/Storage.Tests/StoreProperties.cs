using OpinionWatch.Crawling.Frontier;
using OpinionWatch.Model;

namespace OpinionWatch.Storage.Tests;

[TestFixture]
public sealed class StoreProperties
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Ids = ["i0", "i1", "i2"];

    /// <summary>Whatever was done, a store opened again says the same, and so does one whose view is built anew.</summary>
#pragma warning disable NUnit1027 // FsCheck makes the argument.
    [FsCheck.NUnit.Property(MaxTest = 8, EndSize = 60)]
#pragma warning restore NUnit1027
    public bool Random_acts_then_a_restart_give_the_same_state(byte[] acts)
    {
        using var folder = new DataFolder { SegmentBytes = 3000 };
#pragma warning disable VSTHRD002 // FsCheck's property is synchronous.
        return HoldsAsync(folder, acts).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    private static async Task<bool> HoldsAsync(DataFolder folder, byte[] acts)
    {
        string before;
        await using (var store = await folder.OpenAsync())
        {
            foreach (var (act, number) in acts.Select((act, number) => (act, number)))
            {
                await ActAsync(store, act, number);
            }

            before = await DataFolder.DescribeAsync(store, Ids);
        }

        var after = await DescribeAsync(folder);
        File.Delete(folder.View);
        return after == before && await DescribeAsync(folder) == before && folder.Verify().IsWhole;
    }

    private static async Task<string> DescribeAsync(DataFolder folder)
    {
        await using var store = await folder.OpenAsync();
        return await DataFolder.DescribeAsync(store, Ids);
    }

    private static async Task ActAsync(EmbeddedStore store, byte act, int number)
    {
        var id = Ids[act % 3];
        try
        {
            await ((act / 3 % 9) switch
            {
                0 => store.KeepAsync(Samples.Opened(id), None),
                1 => Change(new IncidentChange.Joined(Samples.Part($"d{act}")) { IncidentId = id, At = Samples.Now }),
                2 => Change(new IncidentChange.Acknowledged { IncidentId = id, At = Samples.Now, By = "officer" }),
                3 => Change(new IncidentChange.Parted("i9", [$"d{act}", $"{id}-0"]) { IncidentId = id, At = Samples.Now }),
                4 => Change(new IncidentChange.Closed("已办结") { IncidentId = id, At = Samples.Now }),
                5 => store.RecordAsync([Samples.Outcome($"{id}-a", (DeliveryState)(2 + (number % 4)), number % 4 == 0 ? Samples.Now : null)], None),
                6 => store.WriteAsync(new AuditEntry(Samples.Now, "system", "digest", $"{number}"), None),
                7 => store.SaveAsync(new FrontierChange { Put = [Samples.Entry($"e{act}")], Remove = [$"e{act - 1}"] }, None),
                _ => store.KeepAsync(Samples.Page($"/{number}"), None),
            });
        }
        catch (InvalidOperationException)
        {
            // An incident that was not opened yet: refused, and nothing kept.
        }

        Task Change(IncidentChange change) => store.KeepAsync(new Kept { At = Samples.Now, Changes = [change] }, None);
    }
}
