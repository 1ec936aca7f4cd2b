using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;
using OpinionWatch.Storage.Accounts;
using OpinionWatch.Worker.Accounts;

namespace OpinionWatch.Worker.Commands;

/// <summary><c>user</c>: the accounts of the console; also while the service runs, which sees a change at once.</summary>
internal static class UserCommand
{
    private const int MaxLine = 1024;

    private static readonly string[] Roles = ["viewer", "officer", "office", "leader", "administrator"];

    public static Command Create(SharedOptions options)
    {
        var name = new Argument<string>("NAME") { Description = "用户名：汉字、字母、数字和 . _ -，最长 32 个字符；处置记录里用它署名" };
        var role = new Option<string>("--role") { Description = "角色：viewer 查看、officer 信息员、office 局办公室、leader 领导、administrator 管理员", HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong(Roles);
        var off = new Option<bool>("--off") { Description = "停用二次验证（手机遗失时）" };
        return new Command("user", "控制台账户；服务运行时也可使用，立即生效")
        {
            Sub("add", "新建账户；密码从标准输入读取（一行）", [name, role], parsed => AddAsync(options.Read(parsed), parsed.GetValue(name)!, RoleOf(parsed.GetValue(role)!))),
            Sub("list", "列出账户", [], parsed => ListAsync(options.Read(parsed))),
            Sub("password", "重设密码，从标准输入读取（一行）；该账户的登录全部失效", [name], parsed => PasswordAsync(options.Read(parsed), parsed.GetValue(name)!)),
            Sub("role", "改角色；该账户的登录全部失效", [name, role], parsed => ChangeAsync(options.Read(parsed), parsed.GetValue(name)!, "角色已修改", (desk, who) => desk.SetRoleAsync(who, RoleOf(parsed.GetValue(role)!), CancellationToken.None))),
            Sub("disable", "停用账户；该账户的登录全部失效", [name], parsed => ChangeAsync(options.Read(parsed), parsed.GetValue(name)!, "已停用", (desk, who) => desk.SetDisabledAsync(who, disabled: true, CancellationToken.None))),
            Sub("enable", "恢复停用的账户", [name], parsed => ChangeAsync(options.Read(parsed), parsed.GetValue(name)!, "已恢复", (desk, who) => desk.SetDisabledAsync(who, disabled: false, CancellationToken.None))),
            Sub("totp", "启用二次验证并显示密钥（供手机验证器使用）；--off 停用", [name, off], parsed => TotpAsync(options.Read(parsed), parsed.GetValue(name)!, parsed.GetValue(off))),
        };
    }

    private static Command Sub(string name, string description, IReadOnlyList<Symbol> symbols, Func<ParseResult, Task<int>> act)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else if (symbol is Option option)
            {
                command.Add(option);
            }
        }

        command.SetAction((parsed, _) => act(parsed));
        return command;
    }

    private static async Task<int> AddAsync(Folders folders, string name, Role role)
    {
        var password = await ReadPasswordAsync();
        return await ChangeAsync(folders, name, "已建立", (desk, who) => desk.AddAsync(who, role, password, CancellationToken.None));
    }

    private static async Task<int> PasswordAsync(Folders folders, string name)
    {
        var password = await ReadPasswordAsync();
        return await ChangeAsync(folders, name, "密码已重设", (desk, who) => desk.SetPasswordAsync(who, password, CancellationToken.None));
    }

    private static async Task<int> TotpAsync(Folders folders, string name, bool off)
    {
        var secret = off ? null : SecondFactor.NewSecret();
        var code = await ChangeAsync(folders, name, off ? "二次验证已停用" : "二次验证已启用", (desk, who) => desk.SetTotpAsync(who, secret, CancellationToken.None));
        if (code == ExitCode.Done && secret is not null)
        {
            await Terminal.Out.WriteLineAsync($"密钥：{secret}\n{SecondFactor.AddressOf(name, secret)}");
        }

        return code;
    }

    private static async Task<int> ListAsync(Folders folders)
    {
        if (Open(folders, out var fault) is not { } file)
        {
            return await RefuseAsync(fault!);
        }

        foreach (var account in file.Read())
        {
            var marks = $"{(account.Disabled ? "\t停用" : "")}{(account.TotpSecret is null ? "" : "\t二次验证")}";
            await Terminal.Out.WriteLineAsync($"{account.Name}\t{Roles[(int)account.Role]}{marks}");
        }

        return ExitCode.Done;
    }

    private static async Task<int> ChangeAsync(Folders folders, string name, string done, Func<AccountDesk, string, Task<string?>> act)
    {
        if (Open(folders, out var foreign) is not { } file)
        {
            return await RefuseAsync(foreign!);
        }

        using var hashing = new PasswordHashing();
        var desk = new AccountDesk(new AccountStore(file, NullLogger<AccountStore>.Instance), hashing, TimeProvider.System);
        if (await act(desk, name) is { } fault)
        {
            return await RefuseAsync(fault);
        }

        await Terminal.Out.WriteLineAsync($"{name}：{done}。");
        return ExitCode.Done;
    }

    private static async Task<string> ReadPasswordAsync()
    {
        if (!Terminal.IsInputRedirected)
        {
            await Terminal.Error.WriteAsync("密码（输入时不显示）：");

            // A key that is waited for cannot be cancelled; on a thread of its own it holds up no Ctrl+C.
            var typed = await Task.Run(() => HiddenLine.Read(() => Terminal.ReadKey(intercept: true), MaxLine));
            await Terminal.Error.WriteLineAsync();
            return typed;
        }

        // Bounded, and without what a Windows shell adds: a byte order mark at the start, a carriage return at the end.
        var line = new StringBuilder();
        while (line.Length < MaxLine && Terminal.In.Read() is var character and >= 0 && character != '\n')
        {
            line.Append((char)character);
        }

        return line.ToString().TrimStart('\uFEFF').TrimEnd('\r');
    }

    private static async Task<int> RefuseAsync(string fault)
    {
        await Terminal.Error.WriteLineAsync($"opinionwatch: {fault}");
        return ExitCode.WrongUse;
    }

    /// <summary>Opens the file of the data folder; null, with what to do, for somebody whose changes the service could not read.</summary>
    private static AccountFile? Open(Folders folders, out string? fault)
    {
        var data = folders.Data ?? Configured.Require(folders).DataFolder;
        var file = new AccountFile(data, TimeProvider.System);
        fault = file.FindForeignOwner() is { } owner ? $"数据文件夹 {data} 属于系统用户 {SystemUsers.NameOf(owner)}，别的用户改了账户，服务读不到。请执行：sudo -u {SystemUsers.NameOf(owner)} opinionwatch user …" : null;
        return fault is null ? file : null;
    }

    private static Role RoleOf(string word) => (Role)Array.IndexOf(Roles, word);
}
