using System.Text.Json.Nodes;

namespace Legator.Runner.Tests.Injections;

/// <summary>A call as the model makes it.</summary>
internal sealed record InjectionCall
{
    public required string Tool { get; init; }

    public JsonObject Arguments { get; init; } = [];
}
