using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;

namespace OpinionWatch.Console.Sessions;

/// <summary>Says in the log how the first account is made, while there is none.</summary>
internal sealed class FirstStart(IAccountStore store, SetupToken token, ICurrent<ConsoleOptions> options, ILogger<FirstStart> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (store.Current.IsEmpty)
        {
            log.NoAccountYet($"{options.Value.Listen[0].TrimEnd('/')}/", token.Value);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
