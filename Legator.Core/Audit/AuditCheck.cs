using System.Threading.Channels;

namespace Legator.Core.Audit;

/// <summary>Checks a journal while it is read: what comes next is fetched during the work on what came before.</summary>
public static class AuditCheck
{
    private const int Ahead = 8;

    /// <summary>Checks all of it.</summary>
    /// <param name="parts">The journal with its checkpoints, in order.</param>
    /// <param name="verifier">Does the work; nothing has been given to it yet.</param>
    /// <param name="progress">Told how many events have been checked, now and then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task RunAsync(IAsyncEnumerable<AuditPart> parts, AuditVerifier verifier, Action<long> progress, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var fetched = Channel.CreateBounded<AuditPart>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var fetch = Task.Run(() => FetchAsync(parts, fetched.Writer, end.Token), CancellationToken.None);
        try
        {
            var events = 0L;
            await foreach (var part in fetched.Reader.ReadAllAsync(cancellationToken))
            {
                verifier.Take(part);
                progress(events += part.Events.Count);
            }
        }
        finally
        {
            await end.CancelAsync();
            await fetch;
        }
    }

    private static async Task FetchAsync(IAsyncEnumerable<AuditPart> parts, ChannelWriter<AuditPart> fetched, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var part in parts.WithCancellation(cancellationToken))
            {
                await fetched.WriteAsync(part, cancellationToken);
            }

            fetched.Complete();
        }
        catch (Exception e)
        {
            fetched.TryComplete(e);
        }
    }
}
