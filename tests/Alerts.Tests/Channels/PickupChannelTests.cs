using MimeKit;
using OpinionWatch.Alerts.Channels;
using OpinionWatch.Alerts.Channels.Email;

namespace OpinionWatch.Alerts.Tests.Channels;

public class PickupChannelTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("pickup").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_repeat_overwrites_and_leaves_nothing_half_written()
    {
        var channel = new PickupChannel(new MailOptions { From = "watch@bureau.test", Pickup = Path.Combine(_folder, "outgoing") });

        await channel.SendAsync(Some.Message(), CancellationToken.None);
        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new SendOutcome.Sent()));
        var file = Directory.GetFiles(Path.Combine(_folder, "outgoing")).Single();
        Assert.That(Path.GetFileName(file), Is.EqualTo("a-1.opinionwatch.bureau.test.eml"));
        using var mail = await MimeMessage.LoadAsync(file);
        Assert.That(mail.Subject, Is.EqualTo(Some.Message().Subject));
    }

    [Test]
    public async Task A_message_id_cannot_leave_the_folder()
    {
        var channel = new PickupChannel(new MailOptions { From = "watch@bureau.test", Pickup = _folder });

        await channel.SendAsync(Some.Message() with { MessageId = "../../etc/x@bureau.test" }, CancellationToken.None);

        Assert.That(Directory.GetFiles(_folder, "*.eml"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_is_a_channel_down()
    {
        var occupied = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(occupied, "");
        var channel = new PickupChannel(new MailOptions { From = "watch@bureau.test", Pickup = Path.Combine(occupied, "outgoing") });

        var outcome = await channel.SendAsync(Some.Message(), CancellationToken.None);

        Assert.That(outcome, Is.InstanceOf<SendOutcome.TryLater>().With.Property(nameof(SendOutcome.TryLater.ChannelDown)).True);
    }
}
