namespace OpinionWatch.Storage.Tests;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EmbeddedStoreContractTests : StoreContractTests, IDisposable
{
    private readonly DataFolder _folder = new();
    private EmbeddedStore? _store;

    protected override Ports Store => new(_store!, _store!, _store!, _store!, _store!, _store!, _store!);

    [SetUp]
    public async Task OpenAsync() => _store = await _folder.OpenAsync();

    [TearDown]
    public async Task CloseAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        Assert.That(_folder.Verify().Fault, Is.Null);
    }

    public void Dispose() => _folder.Dispose();

    protected override async Task ReopenAsync()
    {
        await _store!.DisposeAsync();
        _store = await _folder.OpenAsync();
    }
}
