using Microsoft.Extensions.Logging;
using OpinionWatch.Console.Accounts;
using OpinionWatch.Model;
using OpinionWatch.Storage.Accounts;

namespace OpinionWatch.Worker.Accounts;

/// <summary>The accounts of the file, read again whenever it has changed. A file that cannot be read locks nobody out who is known, and lets nobody new in.</summary>
internal sealed class AccountStore(AccountFile file, ILogger<AccountStore> log) : IAccountStore
{
    private readonly Lock _lock = new();
    private AccountList _current = new([]);
    private string? _mark;
    private bool _read;

    public AccountList Current
    {
        get
        {
            lock (_lock)
            {
                Look();
                return _current;
            }
        }
    }

    public async Task<T> ChangeAsync<T>(Func<IReadOnlyList<Account>, (IReadOnlyList<Account>? After, T Answer)> decide, CancellationToken cancellationToken)
    {
        try
        {
            return await file.ChangeAsync(decide, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or UnauthorizedAccessException)
        {
            throw new IOException(exception.Message, exception);
        }
        finally
        {
            lock (_lock)
            {
                _read = false;
            }
        }
    }

    private void Look()
    {
        try
        {
            // The mark is taken before the reading: what changes in between is read again next time.
            var mark = file.FindMark();
            if (_read && mark == _mark)
            {
                return;
            }

            _current = new AccountList(file.Read());
            (_mark, _read) = (mark, true);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (_current.Fault is null)
            {
                log.AccountsUnreadable(exception);
            }

            _current = _current with { Fault = "账户文件 accounts.json 不能读取，请管理员查看日志。" };
        }
    }
}
