using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Console.Acts;
using OpinionWatch.Model;
using OpinionWatch.Worker.Commands;
using OpinionWatch.Worker.Demo;
using OpinionWatch.Worker.Hosting;

namespace OpinionWatch.Console.Tests;

/// <summary>The whole service on loopback, in a folder of its own, with one account of each role.</summary>
internal sealed class ConsoleScene : IAsyncDisposable
{
    public const string Password = "Correct-horse-9";

    /// <summary>The token of the demo's configuration.</summary>
    public const string ApiToken = "demo";

    private readonly string _root;
    private readonly RunningService _service;

    private ConsoleScene(string root, RunningService service)
    {
        _root = root;
        _service = service;
    }

    public Uri Root => new(_service.Addresses.First());

    public string Data => Path.Combine(_root, "data");

    public IServiceProvider Services => _service.Web.Services;

    public AccountDesk Accounts => Services.GetRequiredService<AccountDesk>();

    public IIncidentBoard Board => Services.GetRequiredService<IIncidentBoard>();

    public static async Task<ConsoleScene> StartAsync(bool withAccounts = true)
    {
        var root = Directory.CreateTempSubdirectory("opinionwatch-console-").FullName;
        var folders = new Folders(Path.Combine(root, "config"), Path.Combine(root, "data"));
        await DemoConfiguration.WriteAsync(Path.Combine(AppContext.BaseDirectory, "config"), folders.Config, [], CancellationToken.None);
        var scene = new ConsoleScene(root, await RunningService.StartAsync(folders, CancellationToken.None));
        foreach (var role in withAccounts ? Enum.GetValues<Role>() : [])
        {
            Assert.That(await scene.Accounts.AddAsync(NameOf(role), role, Password, CancellationToken.None), Is.Null);
        }

        return scene;
    }

    /// <summary>Name of the account of a role.</summary>
    public static string NameOf(Role role) => $"{role}甲".ToLowerInvariant();

    public Browser Open() => new(Root);

    /// <summary>A browser with somebody signed in.</summary>
    public async Task<Browser> SignInAsync(Role role)
    {
        var browser = Open();
        using var answer = await browser.SignInAsync(NameOf(role), Password);
        Assert.That((int)answer.StatusCode, Is.EqualTo(302));
        return browser;
    }

    /// <summary>Reports something as a member of staff; gives the incident it opened.</summary>
    public async Task<Incident> ReportAsync(Document document)
    {
        await Services.GetRequiredService<IIntake>().TakeAsync(document, CancellationToken.None);
        return (await Board.ListAsync(CancellationToken.None)).First(incident => incident.Documents.Exists(known => known.Id == document.Id));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }
}
