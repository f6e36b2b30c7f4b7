using System.Collections.Concurrent;

namespace Legator.Runner.Gate;

/// <summary>What tools keep open between the calls of one run (connections, leases), so that it ends with the run.</summary>
internal sealed class RunResources : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Type, string), Lazy<Task<IAsyncDisposable>>> _open = new();

    /// <summary>The resource of that type and name; opened when it is asked for first. One that could not be opened is forgotten, so that the next call tries again.</summary>
    public async Task<T> GetAsync<T>(string name, Func<Task<T>> open)
        where T : class, IAsyncDisposable
    {
        var entry = _open.GetOrAdd((typeof(T), name), _ => new Lazy<Task<IAsyncDisposable>>(async () => await open()));
        try
        {
            return (T)await entry.Value;
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

    /// <summary>Closes everything. One that cannot be closed does not keep the others open.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var key in _open.Keys)
        {
            if (_open.TryRemove(key, out var entry))
            {
                await CloseAsync(entry);
            }
        }
    }

    private static async Task CloseAsync(Lazy<Task<IAsyncDisposable>> entry)
    {
        try
        {
            await (await entry.Value).DisposeAsync();
        }
        catch (Exception)
        {
            // It never opened, or broke while it closed: either way there is nothing left to close.
        }
    }
}
