namespace Legator.Core.Resources;

/// <summary>A resource of group <c>legator.io</c>: what people wrote (<see cref="Spec"/>) and what was reported of it (<see cref="Status"/>).</summary>
/// <typeparam name="TSpec">Written by people.</typeparam>
/// <typeparam name="TStatus">Written by one component.</typeparam>
public abstract record LegatorResource<TSpec, TStatus> : IResource
    where TSpec : class
    where TStatus : class
{
    /// <inheritdoc />
    public string ApiVersion { get; init; } = LegatorApi.GroupVersion;

    /// <inheritdoc />
    public abstract string Kind { get; init; }

    /// <inheritdoc />
    public ObjectMeta Metadata { get; init; } = new();

    /// <summary>The desired state.</summary>
    public required TSpec Spec { get; init; }

    /// <summary>The reported state; null until first reported.</summary>
    public TStatus? Status { get; init; }
}
