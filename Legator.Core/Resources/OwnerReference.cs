namespace Legator.Core.Resources;

/// <summary>A link from a dependent object to its owner.</summary>
public sealed record OwnerReference
{
    /// <summary>Group and version of the owner, e.g. <c>legator.io/v1alpha1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>Kind of the owner.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the owner, in the same namespace or cluster-scoped.</summary>
    public required string Name { get; init; }

    /// <summary>Uid of the owner; a new object of the same name is another owner.</summary>
    public required string Uid { get; init; }

    /// <summary>True when the owner is the managing controller.</summary>
    public bool? Controller { get; init; }

    /// <summary>True when a foreground deletion of the owner waits for this object.</summary>
    public bool? BlockOwnerDeletion { get; init; }
}
