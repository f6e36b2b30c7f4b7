namespace Legator.Runner.Tools.Kubernetes.Manifests;

/// <summary>How a patch is to be read.</summary>
internal enum PatchType
{
    /// <summary>Merges lists by key; built-in kinds only.</summary>
    Strategic,

    /// <summary>RFC 7396: lists are replaced.</summary>
    Merge,

    /// <summary>RFC 6902: a list of operations.</summary>
    Json,
}
