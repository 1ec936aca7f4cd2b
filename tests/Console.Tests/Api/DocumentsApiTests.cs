using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace OpinionWatch.Console.Tests.Api;

/// <summary>What <c>POST /api/documents</c> takes.</summary>
public sealed class DocumentsApiTests
{
    private ConsoleScene _scene = null!;

    [OneTimeSetUp]
    public async Task Start() => _scene = await ConsoleScene.StartAsync(withAccounts: false);

    [OneTimeTearDown]
    public async Task Stop() => await _scene.DisposeAsync();

    [TestCase("id", 200, "")]
    [TestCase("site", 200, "")]
    [TestCase("region", 200, "")]
    [TestCase("author", 200, "")]
    [TestCase("url", 2000, "https://example.cn/")]
    public async Task A_field_longer_than_anything_real_is_refused_with_what_is_allowed(string field, int most, string start)
    {
        using var reporter = _scene.Open();
        reporter.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ConsoleScene.ApiToken);

        using var longest = await reporter.Http.PostAsJsonAsync("/api/documents", Report(field, start.PadRight(most, 'x')));
        using var tooLong = await reporter.Http.PostAsJsonAsync("/api/documents", Report(field, start.PadRight(most + 1, 'x')));
        using var endless = await reporter.Http.PostAsJsonAsync("/api/documents", Report(field, start.PadRight(40_000, 'x')));

        Assert.That((longest.StatusCode, tooLong.StatusCode, endless.StatusCode), Is.EqualTo((HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
        Assert.That(await tooLong.Content.ReadAsStringAsync(), Does.Contain($"{field} has {most + 1} characters; {most} are allowed."));
    }

    private static Dictionary<string, string> Report(string field, string value) => new() { ["title"] = $"报纸上的一则消息 {field}", [field] = value };
}
