using OpinionWatch.Console.Accounts;

namespace OpinionWatch.Worker.Health;

/// <summary>Whether the accounts of the console can be read: while they cannot, what was changed in them is not in force.</summary>
internal sealed class AccountsCheck(IAccountStore accounts) : IHealthCheck
{
    public Task<IReadOnlyList<HealthFinding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<HealthFinding>>(
        accounts.Current.Fault is { } fault
            ? [new HealthFinding(Stops: false, $"{fault}账户的改动（停用、改密码）没有生效，重启后将无人能登录。请核对数据文件夹中 accounts.json 的内容和属主：它须属于运行服务的系统用户。")]
            : []);
}
