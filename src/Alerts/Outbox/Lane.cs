namespace OpinionWatch.Alerts.Outbox;

/// <summary>The queue before one channel: the most urgent parcel first, few at a time.</summary>
internal sealed class Lane(int parallel, Func<Parcel, Task> deliver)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Parcel, (int, DateTimeOffset, long)> _waiting = new();
    private readonly HashSet<Task> _running = [];
    private long _order;

    /// <summary>Puts a parcel in the queue.</summary>
    public void Add(Parcel parcel)
    {
        lock (_gate)
        {
            _waiting.Enqueue(parcel, (-(int)parcel.Level, parcel.Deliveries.Min(d => d.Alert.DueAt), _order++));
        }

        Pump();
    }

    /// <summary>Forgets what waits, and gives what runs.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _waiting.Clear();
            return Task.WhenAll(_running);
        }
    }

    private void Pump()
    {
        lock (_gate)
        {
            while (_running.Count < parallel && _waiting.TryDequeue(out var parcel, out _))
            {
                var next = parcel;
                var work = Task.Run(() => deliver(next));
                _running.Add(work);
                _ = work.ContinueWith(Done, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private void Done(Task work)
    {
        lock (_gate)
        {
            _running.Remove(work);
        }

        Pump();
    }
}
