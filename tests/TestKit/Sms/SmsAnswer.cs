using System.Text;
using Microsoft.AspNetCore.Http;

namespace OpinionWatch.TestKit.Sms;

/// <summary>What <see cref="LoopbackSmsGateway"/> answers.</summary>
public sealed record SmsAnswer
{
    /// <summary>Status code.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Body; written over and over when <see cref="Endless"/>.</summary>
    public string Body { get; init; } = """{"code": 0}""";

    /// <summary>Headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Never answers.</summary>
    public bool Silent { get; init; }

    /// <summary>Cuts the connection.</summary>
    public bool Drop { get; init; }

    /// <summary>The body never ends.</summary>
    public bool Endless { get; init; }

    internal async Task WriteAsync(HttpContext context)
    {
        if (Drop)
        {
            context.Abort();
            return;
        }

        try
        {
            if (Silent)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }

            context.Response.StatusCode = Status;
            context.Response.ContentType = "application/json; charset=utf-8";
            foreach (var (name, value) in Headers)
            {
                context.Response.Headers.Append(name, value);
            }

            do
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Body), context.RequestAborted);
            }
            while (Endless);
        }
        catch (OperationCanceledException)
        {
            // The sender went away, as the test meant it to.
        }
    }
}
