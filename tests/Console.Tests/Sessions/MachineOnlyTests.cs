using System.Net;
using System.Net.Http.Headers;

namespace OpinionWatch.Console.Tests.Sessions;

/// <summary>What only the machine itself, or a token, is shown, and what everybody is.</summary>
public sealed class MachineOnlyTests
{
    private ConsoleScene _scene = null!;

    [OneTimeSetUp]
    public async Task Start() => _scene = await ConsoleScene.StartAsync(withAccounts: false);

    [OneTimeTearDown]
    public async Task Stop() => await _scene.DisposeAsync();

    [TestCase("/metrics")]
    [TestCase("/metrics/")]
    [TestCase("/METRICS/")]
    [TestCase("//metrics")]
    [TestCase("/%6detrics/")]
    public async Task Figures_are_shown_to_nobody_else_however_the_address_is_written(string path)
    {
        using var other = _scene.Open();
        other.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var monitor = _scene.Open();
        monitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");

        using var refused = await other.Http.GetAsync(new Uri(_scene.Root.AbsoluteUri.TrimEnd('/') + path));
        using var wrong = await monitor.Http.GetAsync(new Uri(_scene.Root.AbsoluteUri.TrimEnd('/') + path));

        Assert.That(new[] { refused, wrong }.Select(answer => answer.StatusCode), Has.All.Not.EqualTo(HttpStatusCode.OK));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Not.Contain("opinionwatch_"));
    }

    [TestCase("X-Forwarded-For", "127.0.0.1")]
    [TestCase("X-Forwarded-For", "::1")]
    [TestCase("Via", "1.1 proxy")]
    [TestCase("Forwarded", "for=127.0.0.1")]
    public async Task What_a_proxy_hands_on_is_not_this_machine_whoever_it_says_it_is(string header, string value)
    {
        using var other = _scene.Open();
        other.Http.DefaultRequestHeaders.Add(header, value);

        using var answer = await other.GetAsync("/metrics");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("/metrics")]
    [TestCase("/metrics/")]
    public async Task Figures_are_shown_to_this_machine_and_to_a_token(string path)
    {
        using var here = _scene.Open();
        using var monitor = _scene.Open();
        monitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        monitor.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ConsoleScene.ApiToken);

        var local = await here.ReadAsync(path);
        var remote = await monitor.ReadAsync(path);

        Assert.That(new[] { local, remote }, Has.All.Contain("opinionwatch_"));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    public async Task Health_answers_a_monitor_that_asks_with_head(string path)
    {
        using var monitor = _scene.Open();

        using var answer = await monitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
