namespace Legator.Core.Resources.Environments;

/// <summary>A kubeconfig in a Secret of the same namespace.</summary>
public sealed record KubeconfigRef
{
    /// <summary>Name of the Secret.</summary>
    public required string SecretRef { get; init; }

    /// <summary>Field of the Secret.</summary>
    public string Key { get; init; } = "kubeconfig";
}
