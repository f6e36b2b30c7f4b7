using Microsoft.Extensions.AI;

namespace Legator.Runner.Providers;

/// <summary>A run's line to its model.</summary>
/// <param name="Chat">The client.</param>
/// <param name="Window">How many of the newest exchanges are sent along with the first message; null for all.</param>
internal sealed record ModelClient(IChatClient Chat, int? Window) : IDisposable
{
    public void Dispose() => Chat.Dispose();
}
