using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Console.Tests.Sessions;

/// <summary>The first start.</summary>
public sealed class SetupTests
{
    [Test]
    public async Task The_first_administrator_is_made_with_the_token_of_the_log_and_nobody_after_them()
    {
        await using var scene = await ConsoleScene.StartAsync(withAccounts: false);
        using var browser = scene.Open();
        var token = scene.Services.GetRequiredService<SetupToken>().Value;

        var login = await browser.ReadAsync("/login");
        using var guessed = await Send(browser, "0123456789abcdef", "局长", "Correct-horse-9");
        using var weak = await Send(browser, token, "局长", "12345678");
        using var made = await Send(browser, token, "局长", "Correct-horse-9");
        using var again = await browser.GetAsync("/setup");
        using var signIn = await browser.SignInAsync("局长", "Correct-horse-9");

        Assert.That(login, Does.Contain("opinionwatch user add"));
        Assert.That((guessed.StatusCode, weak.StatusCode, made.StatusCode, again.StatusCode, signIn.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.Redirect)));
        Assert.That(await weak.Content.ReadAsStringAsync(), Does.Contain(PasswordRule.Words));
    }

    [TestCase("203.0.113.9")]
    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    public async Task Nobody_sets_up_from_another_machine_whatever_address_its_proxy_was_told(string client)
    {
        await using var scene = await ConsoleScene.StartAsync(withAccounts: false);
        using var browser = scene.Open();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", client);

        using var answer = await browser.GetAsync("/setup");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static Task<HttpResponseMessage> Send(Browser browser, string token, string name, string password) =>
        browser.SendAsync("/setup", "/setup", ("token", token), ("name", name), ("password", password), ("again", password));
}
