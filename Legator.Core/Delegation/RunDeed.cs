using System.Text.Json;
using Legator.Core.Actions;

namespace Legator.Core.Delegation;

/// <summary>A call that a run was about to execute.</summary>
/// <param name="Tool">Tool name.</param>
/// <param name="Digest">Digest of tool and arguments.</param>
/// <param name="Arguments">The arguments, redacted.</param>
/// <param name="Tainted">True when the run had read text from outside by then.</param>
public sealed record RunDeed(string Tool, ActionDigest Digest, JsonElement Arguments, bool Tainted)
{
    /// <summary>An argument that is text; null where there is none of the name.</summary>
    public string? Text(string name) =>
        Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
