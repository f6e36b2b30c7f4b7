using ModelContextProtocol.Client;

namespace Legator.Runner.Tools.Mcp;

/// <summary>What carries the protocol: a client of HTTP, or a process.</summary>
/// <param name="transport">The library's end of it.</param>
/// <param name="close">Ends it.</param>
internal sealed class McpCarrier(IClientTransport transport, Func<ValueTask> close) : IAsyncDisposable
{
    public IClientTransport Transport => transport;

    public ValueTask DisposeAsync() => close();
}
