using System.Text.Json.Nodes;

namespace Legator.Tests.ModelStandIn;

/// <summary>How a request is answered.</summary>
/// <param name="Status">0 where the connection fails.</param>
/// <param name="Body">Null where it is streamed, or fails.</param>
internal sealed record StandInAnswer(int Status, JsonObject? Body)
{
    /// <summary>A streamed reply; null for a whole one.</summary>
    public IReadOnlyList<string>? Pieces { get; init; }

    /// <summary>What goes wrong; null for nothing.</summary>
    public StandInFault? Fault { get; init; }
}
