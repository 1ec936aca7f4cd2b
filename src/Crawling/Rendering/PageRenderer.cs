using System.Globalization;
using Microsoft.Extensions.Logging;
using OpinionWatch.Crawling.Fetching;
using OpinionWatch.Model;

namespace OpinionWatch.Crawling.Rendering;

/// <summary>Renders pages that are built by script, few at a time, with one Chromium that is started when needed, replaced after a number of pages and ended when idle.</summary>
internal sealed class PageRenderer(ICurrent<CrawlingOptions> options, TimeProvider time, ILogger log) : IDisposable
{
    private const int MostAtATime = 2;
    private const int MostOfOne = 100;
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IdleFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BrokenFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _places = new(MostAtATime, MostAtATime);
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly ScriptCache _scripts = new(time);
    private readonly FailingParts _failing = new(time);
    private readonly HashSet<Lease> _all = [];
    private readonly Lock _gate = new();
    private Lease? _current;
    private long? _brokenAt;
    private bool _disposed;

    /// <summary>Makes sure that there is a browser before a site is asked for a page that would need one.</summary>
    /// <returns>Null when there is one; else why not.</returns>
    public async Task<FetchOutcome.Failed?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (ChromiumFinder.Find(options.Value.Chromium) is not { } path)
        {
            return Missing();
        }

        try
        {
            var lease = await EnterAsync(path, cancellationToken);
            lease.Served--;
            Leave(lease, isSound: true);
            return null;
        }
        catch (DevToolsException broken) when (!cancellationToken.IsCancellationRequested)
        {
            log.RendererBroke(broken.Message);
            return NotStarted(path);
        }
        catch (DevToolsException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Gives the page after its scripts have run.</summary>
    /// <param name="page">The page as it came.</param>
    /// <param name="request">What it was asked for with.</param>
    /// <param name="asker">Asks for what the page needs, like for any page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The page, or why not; never what was not rendered, since that would look like a page without news.</returns>
    public async Task<FetchOutcome> RenderAsync(Page page, FetchRequest request, PartAsker asker, CancellationToken cancellationToken)
    {
        if (ChromiumFinder.Find(options.Value.Chromium) is not { } path)
        {
            return Missing();
        }

        await _places.WaitAsync(cancellationToken);
        Lease? lease = null;
        var isSound = false;
        try
        {
            lease = await EnterAsync(path, cancellationToken);
            var outcome = await new RenderedVisit(lease.Process.Pipe, options.Value, _scripts, _failing, asker, time).RunAsync(page, request, cancellationToken);
            isSound = true;
            return outcome;
        }
        catch (FaultException fault)
        {
            isSound = lease is { Process.HasEnded: false };
            return new FetchOutcome.Failed(fault.Fault, fault.Message);
        }
        catch (DevToolsException broken) when (!cancellationToken.IsCancellationRequested)
        {
            log.RendererBroke(broken.Message);
            return lease is null ? NotStarted(path) : Failed("浏览器出错，已重新启动；会自动重试");
        }
        catch (DevToolsException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            Leave(lease, isSound);
            _places.Release();
        }
    }

    /// <summary>Ends a browser that nobody has needed for a while.</summary>
    public void CloseIdle()
    {
        Lease? idle;
        lock (_gate)
        {
            idle = _current is { Users: 0 } current && time.GetElapsedTime(current.LeftAt) >= IdleFor ? current : null;
            _current = idle is null ? _current : null;
        }

        End(idle);
    }

    /// <summary>Ends every browser; one is started again when it is needed.</summary>
    public void Close()
    {
        List<Lease> all;
        lock (_gate)
        {
            _current = null;
            all = [.. _all];
        }

        all.ForEach(End);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
        }

        Close();
        _places.Dispose();
        _starting.Dispose();
    }

    private static FetchOutcome.Failed Missing() => Failed("该站点要用浏览器渲染（render: true），但本机没有找到 Chromium；请安装 chromium，或在 fetch.chromium 中写明位置");

    private static FetchOutcome.Failed NotStarted(string path) =>
        Failed($"Chromium 没有启动成功（{path}）；作为 systemd 服务运行时，请安装 rendering.conf（随安装包，说明在文件开头），否则请以运行本服务的用户试运行它");

    private static FetchOutcome.Failed Failed(string why) => new(FetchFault.Render, why);

    private async Task<Lease> EnterAsync(string path, CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            lock (_gate)
            {
                if (_current is { Served: < MostOfOne, Process.HasEnded: false } current)
                {
                    current.Users++;
                    current.Served++;
                    return current;
                }

                if (_brokenAt is { } at && time.GetElapsedTime(at) < BrokenFor)
                {
                    throw new DevToolsException("It did not start a moment ago.");
                }
            }

            return await StartAsync(path, cancellationToken);
        }
        finally
        {
            _starting.Release();
        }
    }

    private async Task<Lease> StartAsync(string path, CancellationToken cancellationToken)
    {
        Lease? lease = null;
        try
        {
            Retire();
            lease = new Lease(ChromiumProcess.Start(path, time)) { Users = 1, Served = 1 };
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                _all.Add(lease);
            }

            var version = await lease.Process.Pipe.SendAsync("Browser.getVersion", null, null, StartsWithin, cancellationToken);
            log.RendererStarted(version?.GetProperty("product").GetString() ?? "", lease.Process.Id.ToString(CultureInfo.InvariantCulture));
            lock (_gate)
            {
                _brokenAt = null;
                _current = lease;
            }

            return lease;
        }
        catch (Exception e) when (e is DevToolsException or OperationCanceledException or ObjectDisposedException)
        {
            lock (_gate)
            {
                _brokenAt = e is DevToolsException ? time.GetTimestamp() : _brokenAt;
            }

            End(lease);
            throw;
        }
    }

    /// <summary>The browser in use takes no more pages; it ends with its last.</summary>
    private void Retire()
    {
        Lease? old;
        lock (_gate)
        {
            old = _current is { Users: 0 } ? _current : null;
            _current = null;
        }

        End(old);
    }

    private void Leave(Lease? lease, bool isSound)
    {
        if (lease is null)
        {
            return;
        }

        bool isOver;
        lock (_gate)
        {
            lease.Users--;
            lease.LeftAt = time.GetTimestamp();
            _current = isSound || _current != lease ? _current : null;
            isOver = !isSound || (lease.Users == 0 && _current != lease);
        }

        if (isOver)
        {
            End(lease);
        }
    }

    private void End(Lease? lease)
    {
        if (lease is null)
        {
            return;
        }

        lock (_gate)
        {
            if (!lease.TryEnd())
            {
                return;
            }

            _all.Remove(lease);
        }

        lease.Process.Dispose();
    }

    private sealed class Lease(ChromiumProcess process)
    {
        private bool _ended;

        public ChromiumProcess Process { get; } = process;

        public int Users { get; set; }

        public int Served { get; set; }

        public long LeftAt { get; set; }

        /// <summary>True for the first who asks.</summary>
        public bool TryEnd() => !_ended && (_ended = true);
    }
}
