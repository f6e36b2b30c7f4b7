using System.Collections.Concurrent;

namespace Legator.Runner.Gate;

/// <summary>What tools keep open between the calls of one run (connections, leases), so that it ends with the run.</summary>
internal sealed class RunResources : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Type, string), Opening> _open = new();
    private int _opened;

    /// <summary>The resource of that type and name; opened when it is asked for first. One that could not be opened is forgotten, so that the next call tries again.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> open)
        where T : class, IAsyncDisposable
    {
        var entry = _open.GetOrAdd((typeof(T), name), _ => new Opening(Interlocked.Increment(ref _opened), new(async () => await open())));
        try
        {
            return (T)await entry.Resource.Value;
        }
        catch
        {
            _open.TryRemove(new((typeof(T), name), entry));
            throw;
        }
    }

    /// <summary>Closes a resource that turned out to be broken; the next call opens it anew.</summary>
    public async Task DropAsync<T>(string name)
    {
        if (_open.TryRemove((typeof(T), name), out var entry))
        {
            await CloseAsync(entry);
        }
    }

    /// <summary>Closes everything, the newest first: a connection before the login that it was made with. One that cannot be closed does not keep the others open.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var (key, _) in _open.OrderByDescending(e => e.Value.Order).ToList())
        {
            if (_open.TryRemove(key, out var entry))
            {
                await CloseAsync(entry);
            }
        }
    }

    private static async Task CloseAsync(Opening entry)
    {
        try
        {
            await (await entry.Resource.Value).DisposeAsync();
        }
        catch (Exception)
        {
            // It never opened, or broke while it closed: either way there is nothing left to close.
        }
    }

    private sealed record Opening(int Order, Lazy<Task<IAsyncDisposable>> Resource);
}
