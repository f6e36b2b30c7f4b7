namespace Legator.Tests.VaultStandIn;

/// <summary>A token as the server knows it.</summary>
internal sealed class StandInToken
{
    public required string Id { get; init; }

    public required string Accessor { get; init; }

    public StandInToken? Parent { get; init; }

    public required IReadOnlyList<string> Policies { get; init; }

    public required DateTimeOffset Expires { get; set; }

    public string Type { get; init; } = "service";

    public IReadOnlyDictionary<string, string> Meta { get; init; } = new Dictionary<string, string>();

    /// <summary>A root token neither ends nor is refused anything.</summary>
    public bool IsRoot => Policies.Contains("root");
}
