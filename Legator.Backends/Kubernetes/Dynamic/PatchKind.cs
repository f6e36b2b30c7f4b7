namespace Legator.Backends.Kubernetes.Dynamic;

/// <summary>How a patch is to be read.</summary>
public enum PatchKind
{
    /// <summary>RFC 7396.</summary>
    Merge,

    /// <summary>RFC 6902.</summary>
    Json,

    /// <summary>Kubernetes' own, which merges lists by key; built-in kinds only.</summary>
    Strategic,
}
