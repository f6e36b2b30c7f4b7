namespace Legator.Backends.Queues;

/// <summary>Sends what many ask for at the same time in one message: what arrives while one is under way goes with the next. Nothing waits for others to come.</summary>
/// <param name="send">Sends a batch; a failure fails all of it.</param>
/// <param name="most">Items of a batch at most.</param>
internal sealed class BatchSender<T>(Func<IReadOnlyList<T>, Task> send, int most)
{
    private readonly Lock gate = new();
    private readonly Queue<(T Item, TaskCompletionSource Done)> pending = new();
    private bool running;

    public Task SendAsync(T item)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            pending.Enqueue((item, done));
            if (running)
            {
                return done.Task;
            }

            running = true;
        }

        _ = DrainAsync();
        return done.Task;
    }

    private async Task DrainAsync()
    {
        await Task.Yield();
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                await send(batch.ConvertAll(entry => entry.Item));
                batch.ForEach(entry => entry.Done.SetResult());
            }
            catch (Exception e)
            {
                batch.ForEach(entry => entry.Done.SetException(e));
            }
        }
    }

    private List<(T Item, TaskCompletionSource Done)> Take()
    {
        lock (gate)
        {
            var batch = new List<(T, TaskCompletionSource)>(Math.Min(most, pending.Count));
            while (batch.Count < most && pending.TryDequeue(out var entry))
            {
                batch.Add(entry);
            }

            running = batch.Count > 0;
            return batch;
        }
    }
}
