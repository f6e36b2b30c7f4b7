using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>A run's line to its model.</summary>
/// <param name="Chat">The client.</param>
/// <param name="Window">Null for a model that is told everything; else how many of the newest exchanges runs of the first format send along with the first message.</param>
internal sealed record ModelClient(IChatClient Chat, int? Window) : IDisposable
{
    public void Dispose() => Chat.Dispose();
}
