using System.Net;
using System.Text.RegularExpressions;

namespace OpinionWatch.Console.Tests;

/// <summary>What a browser does without scripts: keeps cookies, reads pages, sends forms. Follows no redirect.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    public Browser(Uri root)
    {
        Http = new HttpClient(_handler) { BaseAddress = root };
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies => _handler.CookieContainer;

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(path);

    public async Task<string> ReadAsync(string path) => await Http.GetStringAsync(path);

    /// <summary>Opens a page and sends a form of it with its antiforgery token.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var answer = await Http.GetAsync(page);
        return await SendAsync(action, [(TokenName, TokenOf(await answer.Content.ReadAsStringAsync())), .. fields]);
    }

    /// <summary>Sends a form as it is.</summary>
    public Task<HttpResponseMessage> SendAsync(string action, (string Name, string Value)[] fields) =>
        Http.PostAsync(action, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string code = "", string back = "/") =>
        SendAsync("/login", "/login", ("name", name), ("password", password), ("code", code), ("return", back));

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    public const string TokenName = "__RequestVerificationToken";

    public static string TokenOf(string html) => Token().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
