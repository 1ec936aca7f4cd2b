using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OpinionWatch.EndToEnd.Tests;

/// <summary>The real service as a process of its own, spoken to only through what CONTRACT.md promises.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    public const string Token = "end-to-end";

    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private ServiceProcess(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    public bool HasEnded => _process.HasExited;

    public int Id => _process.Id;

    /// <summary>Starts <c>run</c> and waits until the console answers.</summary>
    public static async Task<ServiceProcess> StartAsync(string config, string data, bool untilReady = true)
    {
        var service = Launch("run", "--config", config, "--data", data);
        if (untilReady)
        {
            await service.UntilAsync(async () => await service.IsReadyAsync(), StartPatience, "the service to be ready");
        }

        return service;
    }

    /// <summary>Runs a command to its end and gives its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string? input, params string[] arguments)
    {
        await using var command = Launch(arguments);
        if (input is not null)
        {
            await command._process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(input));
        }

        command._process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await command._process.WaitForExitAsync(patience.Token);
        command._process.WaitForExit();
        return (command._process.ExitCode, command.Output, command.Errors);
    }

    /// <summary>Kills it as a power cut would: no handler runs.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop as a service manager does, and gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path, string? token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path));
        return await SendAsync(request, token);
    }

    /// <summary>Gets an answer as text, with headers of one's own.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetTextAsync(string path, string? token = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root, path));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(string path, string json, string? token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Root, path)) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        return await SendAsync(request, token);
    }

    /// <summary>Lists all incidents, following the cursor.</summary>
    public async Task<List<JsonNode>> ListIncidentsAsync()
    {
        var incidents = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var (status, body) = await GetAsync("/api/incidents" + (cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}"));
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            incidents.AddRange(body!["items"]!.AsArray().Select(item => item!));
            cursor = body["next"]?.GetValue<string>();
        }
        while (cursor is not null);
        return incidents;
    }

    /// <summary>Waits until something holds; fails with the log when it does not in time.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds, TimeSpan patience, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(start) > patience)
            {
                Assert.Fail($"Waited {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s for {what}; the process {(_process.HasExited ? $"ended with {_process.ExitCode}" : "runs")}.\n{Output}\n{Errors}");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    public async Task<bool> IsReadyAsync()
    {
        if (!AddressPattern().IsMatch(Output))
        {
            return false;
        }

        try
        {
            return (await GetAsync("/health/ready", token: null)).Status == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private Uri Root => new(AddressPattern().Match(Output).Groups[1].Value);

    /// <summary>Starts a command and returns at once.</summary>
    public static ServiceProcess Launch(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "opinionwatch.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var service = new ServiceProcess(new Process { StartInfo = start });
        service._process.OutputDataReceived += (_, line) => Append(service._output, line.Data);
        service._process.ErrorDataReceived += (_, line) => Append(service._errors, line.Data);
        service._process.Start();
        service._process.BeginOutputReadLine();
        service._process.BeginErrorReadLine();
        return service;
    }

    private static void Append(StringBuilder text, string? line)
    {
        if (line is not null)
        {
            lock (text)
            {
                text.AppendLine(line);
            }
        }
    }

    private async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpRequestMessage request, string? token)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text, documentOptions: new JsonDocumentOptions()) : null);
    }

    [GeneratedRegex(@"控制台：(http://[0-9.:]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressPattern();
}
