using Legator.Core.Redaction;
using ModelContextProtocol.Client;

namespace Legator.Runner.Tools.Mcp;

/// <summary>What carries the protocol: a client of HTTP, or a process.</summary>
/// <param name="transport">The library's end of it.</param>
/// <param name="secrets">What must not come back in what the server says, besides the secrets that the run knows.</param>
/// <param name="close">Ends it.</param>
internal sealed class McpCarrier(IClientTransport transport, IEnumerable<string> secrets, Func<ValueTask> close) : IAsyncDisposable
{
    public IClientTransport Transport => transport;

    /// <summary>Takes out what the server was shown.</summary>
    public Redactor Redactor { get; } = Redactor.Default.With(secrets);

    public ValueTask DisposeAsync() => close();
}
