namespace Legator.Core.Resources.ModelTiers;

/// <summary>How to authenticate to a model provider.</summary>
public sealed record ProviderAuthSpec
{
    /// <summary>The way.</summary>
    public required ProviderAuthType Type { get; init; }

    /// <summary>Name of a Secret in the namespace of the agent that runs.</summary>
    public string? SecretRef { get; init; }

    /// <summary>Field of the Secret that holds the key.</summary>
    public string SecretKey { get; init; } = "api-key";
}
