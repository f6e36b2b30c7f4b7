
namespace Legator.Core.Resources;

/// <summary>The part of Kubernetes object metadata that Legator reads or writes.</summary>
public sealed record ObjectMeta
{
    /// <summary>Unique within the namespace; RFC 1123 subdomain.</summary>
    public string? Name { get; init; }

    /// <summary>Prefix from which the API server makes a name when none is given.</summary>
    public string? GenerateName { get; init; }

    /// <summary>Null for cluster-scoped kinds.</summary>
    public string? Namespace { get; init; }

    /// <summary>Unique in time and space; set by the API server.</summary>
    public string? Uid { get; init; }

    /// <summary>Opaque version for optimistic concurrency; set by the API server.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>Grows by one at each change of the spec.</summary>
    public long? Generation { get; init; }

    /// <summary>When the API server stored the object.</summary>
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>Set while the object waits for its finalizers to finish.</summary>
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Labels: what selectors match.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Annotations: free text for tools.</summary>
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>Owners; when all are gone the object is collected.</summary>
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>Who must agree before the object is really deleted.</summary>
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>Looks an annotation up; null when absent.</summary>
    public string? Annotation(string key) => Annotations is not null && Annotations.TryGetValue(key, out var value) ? value : null;

    /// <summary>Looks a label up; null when absent.</summary>
    public string? Label(string key) => Labels is not null && Labels.TryGetValue(key, out var value) ? value : null;
}
