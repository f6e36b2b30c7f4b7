using System.Collections.Concurrent;

namespace Legator.Runner.Tests.Canary;

/// <summary>Watches the command lines of all processes of this machine, where anybody can read them.</summary>
internal sealed class CommandLines : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watching;

    public CommandLines() => _watching = Task.Run(WatchAsync);

    public ConcurrentDictionary<string, bool> Seen { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        _ending.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            foreach (var folder in Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])))
            {
                try
                {
                    Seen[await File.ReadAllTextAsync(Path.Combine(folder, "cmdline"))] = true;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // It ended meanwhile.
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
        }
    }
}
