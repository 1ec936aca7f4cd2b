using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OpinionWatch.TestKit.Real;

/// <summary>Programs of the machine that tests start.</summary>
public static class Tool
{
    /// <summary>Says why a program cannot be used here; null when it can.</summary>
    /// <param name="paths">Programs needed.</param>
    public static string? Missing(params string[] paths) =>
        !OperatingSystem.IsLinux() ? "needs Linux"
        : paths.FirstOrDefault(path => !File.Exists(path)) is { } path ? $"{path} is not installed"
        : Environment.UserName != "root" ? "needs root to start it" : null;

    /// <summary>Gives a port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a program and leaves it running.</summary>
    public static Process Start(string path, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(path) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs a program to its end; throws when it fails.</summary>
    public static async Task RunAsync(string path, params string[] arguments)
    {
        using var process = Start(path, "/", arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{path} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }

    /// <summary>Waits until something listens on a port.</summary>
    public static async Task ListeningAsync(int port)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
            }
        }
    }
}
