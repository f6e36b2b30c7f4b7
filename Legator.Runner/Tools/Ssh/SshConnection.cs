using Renci.SshNet;

namespace Legator.Runner.Tools.Ssh;

/// <summary>An open connection to a host, and to those that it goes through.</summary>
internal sealed class SshConnection(SshClient client, string? note, IReadOnlyList<IDisposable> below) : IAsyncDisposable
{
    public SshClient Client => client;

    /// <summary>Something that people should know of the connection; said once.</summary>
    public string? TakeNote() => Interlocked.Exchange(ref note, null);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        foreach (var part in below)
        {
            part.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
