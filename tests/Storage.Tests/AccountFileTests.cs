using OpinionWatch.Model;
using OpinionWatch.Storage.Accounts;

namespace OpinionWatch.Storage.Tests;

public sealed class AccountFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("opinionwatch-accounts-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_is_kept_is_read_back_and_only_its_owner_can_read_it()
    {
        var file = new AccountFile(_folder, TimeProvider.System);

        await Add(file, "张三");

        Assert.That(new AccountFile(_folder, TimeProvider.System).Read().Single(), Is.EqualTo(Sample("张三")));
        Assert.That(OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file.Path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite), Is.EqualTo(UnixFileMode.None));
    }

    [Test]
    public async Task Writers_side_by_side_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => Add(new AccountFile(_folder, TimeProvider.System), $"user{number}"))));

        Assert.That(new AccountFile(_folder, TimeProvider.System).Read().Select(account => account.Name), Is.EquivalentTo(Enumerable.Range(0, 20).Select(number => $"user{number}")));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"version":2,"accounts":[]}""")]
    [TestCase("""{"version":1}""")]
    [TestCase("""{"version":1,"accounts":[null]}""")]
    [TestCase("""{"version":1,"accounts":[{"name":"x"}]}""")]
    public void A_broken_file_is_not_taken_for_an_empty_one_and_is_left_as_it_is(string content)
    {
        var file = new AccountFile(_folder, TimeProvider.System);
        File.WriteAllText(file.Path, content);

        Assert.That(file.Read, Throws.InstanceOf<InvalidDataException>());
        Assert.That(() => Add(file, "张三"), Throws.InstanceOf<InvalidDataException>());
        Assert.That(File.ReadAllText(file.Path), Is.EqualTo(content));
    }

    [Test]
    public async Task A_draft_left_by_a_kill_is_in_nobodys_way()
    {
        var file = new AccountFile(_folder, TimeProvider.System);
        await Add(file, "张三");
        File.WriteAllText(file.Path + ".new", "{ half");

        await Add(file, "李四");

        Assert.That(file.Read().Select(account => account.Name), Is.EqualTo(["张三", "李四"]));
    }

    [TestCase("journal", TestName = "What_root_writes_belongs_to_the_user_whose_journal_it_is")]
    [TestCase("", TestName = "What_root_writes_before_the_first_start_belongs_to_the_user_whose_folder_it_is")]
    public async Task What_root_writes_belongs_to_the_user_of_the_data(string owned)
    {
        Assume.That(FileOwner.FindSelf(), Is.EqualTo(FileOwner.Root), "Only root can give a file away.");
        var file = new AccountFile(_folder, TimeProvider.System);
        Directory.CreateDirectory(Path.Combine(_folder, owned));
        File.WriteAllText(file.Path + ".lock", "");
        FileOwner.Give(Path.Combine(_folder, owned), Somebody);

        await Add(file, "张三");

        Assert.That((FileOwner.Find(file.Path), FileOwner.Find(file.Path + ".lock")), Is.EqualTo((((uint, uint)?)Somebody, ((uint, uint)?)Somebody)));
        Assert.That(OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(file.Path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite), Is.EqualTo(UnixFileMode.None));
        Assert.That(file.FindForeignOwner(), Is.Null);
    }

    [TestCase("journal", TestName = "What_root_hands_over_goes_to_the_user_whose_journal_it_is")]
    [TestCase("", TestName = "What_root_hands_over_before_the_first_start_goes_to_the_user_whose_folder_it_is")]
    public void What_root_hands_over_goes_to_the_same_user_with_all_that_is_in_it(string owned)
    {
        Assume.That(FileOwner.FindSelf(), Is.EqualTo(FileOwner.Root), "Only root can give a file away.");
        Directory.CreateDirectory(Path.Combine(_folder, owned));
        FileOwner.Give(Path.Combine(_folder, owned), Somebody);
        var made = Path.Combine(_folder, "made", "inside");
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        File.WriteAllText(made, "");

        Owner.HandOver(Path.GetDirectoryName(made)!, _folder);

        Assert.That((FileOwner.Find(made), FileOwner.Find(Path.GetDirectoryName(made)!)), Is.EqualTo((((uint, uint)?)Somebody, ((uint, uint)?)Somebody)));
    }

    [Test]
    public async Task A_link_in_the_folder_gives_nothing_away_that_it_points_to()
    {
        Assume.That(FileOwner.FindSelf(), Is.EqualTo(FileOwner.Root), "Only root can give a file away.");
        var file = new AccountFile(_folder, TimeProvider.System);
        var treasure = Directory.CreateTempSubdirectory("opinionwatch-treasure-").FullName;
        var target = Path.Combine(treasure, "target");
        File.WriteAllText(target, "root's");
        File.CreateSymbolicLink(file.Path + ".lock", target);
        File.CreateSymbolicLink(file.Path + ".new", target);
        FileOwner.Give(_folder, Somebody);

        await Add(file, "张三");

        Assert.That(FileOwner.Find(target)!.Value.User, Is.EqualTo(FileOwner.Root));
        Assert.That(File.ReadAllText(target), Is.EqualTo("root's"));
        Directory.Delete(treasure, recursive: true);
    }

    [Test]
    public void Whose_the_data_are_is_no_foreigner() => Assert.That(new AccountFile(_folder, TimeProvider.System).FindForeignOwner(), Is.Null);

    private static readonly (uint User, uint Group) Somebody = (65534, 65534);

    private static Task<int> Add(AccountFile file, string name) =>
        file.ChangeAsync<int>(accounts => ([.. accounts, Sample(name)], accounts.Count), CancellationToken.None);

    private static Account Sample(string name) => new()
    {
        Name = name,
        Role = Role.Officer,
        PasswordHash = "hash",
        Stamp = "stamp",
        CreatedAt = DateTimeOffset.UnixEpoch,
        PasswordSetAt = DateTimeOffset.UnixEpoch,
    };
}
