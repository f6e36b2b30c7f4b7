using System.Text.Json.Serialization;

namespace Legator.Core.Resources.Environments;

/// <summary>How the environment's Kubernetes API is reached.</summary>
public enum ConnectionKind
{
    /// <summary>The cluster that Legator itself works with.</summary>
    [JsonStringEnumMemberName("in-cluster")]
    InCluster,

    /// <summary>A kubeconfig from a Secret.</summary>
    [JsonStringEnumMemberName("kubeconfig")]
    Kubeconfig,
}
