using System.Text.Json;

namespace Legator.Runner.Credentials.Vault;

/// <summary>What Vault answers to nearly everything.</summary>
internal sealed record VaultAnswer
{
    public string? LeaseId { get; init; }

    /// <summary>Seconds.</summary>
    public long LeaseDuration { get; init; }

    public bool Renewable { get; init; }

    public JsonElement Data { get; init; }

    public VaultAuth? Auth { get; init; }

    public IReadOnlyList<string>? Errors { get; init; }
}
