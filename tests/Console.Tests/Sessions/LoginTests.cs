using System.Net;
using System.Net.Http.Headers;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Tests.Sessions;

/// <summary>Signing in and out, on the whole service.</summary>
public sealed class LoginTests
{
    private ConsoleScene _scene = null!;

    [OneTimeSetUp]
    public async Task Start() => _scene = await ConsoleScene.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _scene.DisposeAsync();

    [TestCase("/", "/login")]
    [TestCase("/sources", "/login?return=%2Fsources")]
    [TestCase("/incidents/20261124-0001", "/login?return=%2Fincidents%2F20261124-0001")]
    public async Task An_anonymous_visitor_is_sent_to_the_sign_in_page(string path, string login)
    {
        using var browser = _scene.Open();

        using var answer = await browser.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(login));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/console.css")]
    [TestCase("/console.js")]
    [TestCase("/login")]
    public async Task Health_and_the_sign_in_page_need_no_account(string path)
    {
        using var browser = _scene.Open();

        using var answer = await browser.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/sources", "/sources")]
    [TestCase("//evil.example/", "/")]
    [TestCase("/\\evil.example/", "/")]
    [TestCase("https://evil.example/", "/")]
    [TestCase("/\tevil", "/")]
    [TestCase("~/x", "/")]
    [TestCase("", "/")]
    public async Task After_signing_in_only_a_local_address_is_gone_to(string wanted, string where)
    {
        using var browser = _scene.Open();

        using var answer = await browser.SignInAsync(ConsoleScene.NameOf(Role.Viewer), ConsoleScene.Password, back: wanted);

        Assert.That(answer.Headers.Location!.OriginalString, Is.EqualTo(where));
    }

    [Test]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        using var browser = _scene.Open();

        using var answer = await browser.SignInAsync(ConsoleScene.NameOf(Role.Viewer), ConsoleScene.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("opinionwatch=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax"));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var browser = _scene.Open();

        using var wrong = await browser.SignInAsync(ConsoleScene.NameOf(Role.Viewer), "Wrong-horse-9");
        using var unknown = await browser.SignInAsync("nobody", "Wrong-horse-9");

        Assert.That((wrong.StatusCode, unknown.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        Assert.That(await wrong.Content.ReadAsStringAsync(), Does.Contain("用户名、密码或动态码不正确。"));
        Assert.That(await unknown.Content.ReadAsStringAsync(), Does.Contain("用户名、密码或动态码不正确。"));
    }

    [Test]
    public async Task After_five_failures_the_right_password_has_to_wait_and_another_account_has_not()
    {
        await _scene.Accounts.AddAsync("locked", Role.Viewer, ConsoleScene.Password, CancellationToken.None);
        using var browser = _scene.Open();
        for (var attempt = 0; attempt < SignInDeskLimits; attempt++)
        {
            using var wrong = await browser.SignInAsync("locked", "Wrong-horse-9");
        }

        using var right = await browser.SignInAsync("LOCKED", ConsoleScene.Password);
        using var other = await browser.SignInAsync(ConsoleScene.NameOf(Role.Officer), ConsoleScene.Password);

        using var elsewhere = _scene.Open();
        elsewhere.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        using var fromElsewhere = await elsewhere.SignInAsync("locked", ConsoleScene.Password);

        Assert.That(fromElsewhere.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(right.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.FromMinutes(14)));
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task The_cookie_of_forms_comes_back_with_a_link_out_of_a_mail()
    {
        using var browser = _scene.Open();

        using var answer = await browser.GetAsync("/login");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("opinionwatch-form=", StringComparison.Ordinal)).ToLowerInvariant();
        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax"));
    }

    [TestCase("/login")]
    [TestCase("/logout")]
    [TestCase("/setup")]
    [TestCase("/account/password")]
    [TestCase("/account/second")]
    [TestCase("/account/second/off")]
    public async Task A_form_without_its_token_gets_400(string action)
    {
        using var browser = await _scene.SignInAsync(Role.Administrator);

        using var without = await browser.SendAsync(action, [("name", "x")]);
        using var forged = await browser.SendAsync(action, [(Browser.TokenName, "CfDJ8forged"), ("name", "x")]);
        using var json = await browser.Http.PostAsync(action, new StringContent("{}", MediaTypeHeaderValue.Parse("application/json")));

        Assert.That((without.StatusCode, forged.StatusCode, json.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
    }

    [Test]
    public async Task Signing_out_ends_the_session_also_for_a_copy_of_its_cookie()
    {
        using var browser = await _scene.SignInAsync(Role.Viewer);
        using var copy = _scene.Open();
        copy.Cookies.Add(browser.Cookies.GetAllCookies());

        using var before = await copy.GetAsync("/");
        using var signOut = await browser.SendAsync("/", "/logout");
        using var after = await copy.GetAsync("/");

        Assert.That((before.StatusCode, signOut.StatusCode, after.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task Disabling_an_account_ends_its_sessions_and_its_signing_in()
    {
        await _scene.Accounts.AddAsync("leaving", Role.Officer, ConsoleScene.Password, CancellationToken.None);
        using var browser = _scene.Open();
        using var signIn = await browser.SignInAsync("leaving", ConsoleScene.Password);

        await _scene.Accounts.SetDisabledAsync("leaving", disabled: true, CancellationToken.None);

        using var page = await browser.GetAsync("/");
        using var again = await browser.SignInAsync("leaving", ConsoleScene.Password);
        Assert.That((page.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized)));
    }

    [Test]
    public async Task Another_password_ends_every_other_session()
    {
        await _scene.Accounts.AddAsync("changing", Role.Officer, ConsoleScene.Password, CancellationToken.None);
        using var here = _scene.Open();
        using var there = _scene.Open();
        using var first = await here.SignInAsync("changing", ConsoleScene.Password);
        using var second = await there.SignInAsync("changing", ConsoleScene.Password);

        using var change = await here.SendAsync("/account", "/account/password", ("password", ConsoleScene.Password), ("new", "Another-horse-8"), ("again", "Another-horse-8"));

        using var mine = await here.GetAsync("/");
        using var other = await there.GetAsync("/");
        Assert.That(change.Headers.Location!.OriginalString, Is.EqualTo("/account?done=password"));
        Assert.That((mine.StatusCode, other.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task A_second_factor_is_asked_for_once_it_is_in_force()
    {
        var time = TimeProvider.System;
        var secret = SecondFactor.NewSecret();
        await _scene.Accounts.AddAsync("careful", Role.Officer, ConsoleScene.Password, CancellationToken.None);
        await _scene.Accounts.SetTotpAsync("careful", secret, CancellationToken.None);
        using var browser = _scene.Open();

        using var without = await browser.SignInAsync("careful", ConsoleScene.Password);
        using var with = await browser.SignInAsync("careful", ConsoleScene.Password, new SecondFactor(time).CodeOf(secret));

        Assert.That((without.StatusCode, with.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task Every_answer_lets_nothing_else_in()
    {
        using var browser = await _scene.SignInAsync(Role.Viewer);

        foreach (var path in new[] { "/", "/sources", "/login", "/account", "/health/live", "/api/sources", "/nothing" })
        {
            using var answer = await browser.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Contain("form-action 'self'").And.Not.Contain("unsafe"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(["DENY"]));
            Assert.That(answer.Headers.Contains("Server"), Is.False);
        }
    }

    [Test]
    public async Task A_page_has_no_script_or_style_of_its_own_and_nothing_from_elsewhere()
    {
        using var browser = await _scene.SignInAsync(Role.Administrator);

        foreach (var path in new[] { "/", "/sources", "/account" })
        {
            var html = await browser.ReadAsync(path);
            Assert.That(html, Does.Not.Contain("<style").And.Not.Contain(" style=").And.Not.Contain(" onclick=").And.Not.Match("<script(?! src=\"/console)").And.Not.Match("(src|href)=\"(https?:)?//"));
        }
    }

    [Test]
    public async Task The_interface_takes_the_session_for_reading_alone()
    {
        using var browser = await _scene.SignInAsync(Role.Administrator);
        using var bearer = _scene.Open();
        bearer.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ConsoleScene.ApiToken);
        using var nobody = _scene.Open();

        using var read = await browser.GetAsync("/api/incidents");
        using var write = await browser.Http.PostAsync("/api/documents", new StringContent("""{"title":"x"}""", MediaTypeHeaderValue.Parse("application/json")));
        using var byToken = await bearer.GetAsync("/api/incidents");
        using var anonymous = await nobody.GetAsync("/api/incidents");

        Assert.That((read.StatusCode, write.StatusCode, byToken.StatusCode, anonymous.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
    }

    private const int SignInDeskLimits = 5;
}
