using System.Threading.Channels;
using Legator.Core.Runs;

namespace Legator.Web.Journals;

/// <summary>One watcher's share of the feed; disposing it ends the watch.</summary>
/// <param name="events">Events in order.</param>
/// <param name="leave">Ends the watch.</param>
internal sealed class RunWatch(ChannelReader<RunEvent> events, Action leave) : IDisposable
{
    public IAsyncEnumerable<RunEvent> ReadAllAsync(CancellationToken cancellationToken) => events.ReadAllAsync(cancellationToken);

    public void Dispose() => leave();
}
