namespace Legator.Runner.Credentials.Vault;

/// <summary>A token that Vault made.</summary>
internal sealed record VaultAuth
{
    public string? ClientToken { get; init; }

    public string? Accessor { get; init; }

    /// <summary>Seconds; 0 for one that lives for ever.</summary>
    public long LeaseDuration { get; init; }

    public bool Renewable { get; init; }

    /// <summary><c>service</c> or <c>batch</c>.</summary>
    public string? TokenType { get; init; }

    public override string ToString() => $"token {Accessor}";
}
