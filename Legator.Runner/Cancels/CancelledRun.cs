using Legator.Core.Resources;

namespace Legator.Runner.Cancels;

/// <summary>The part of a LegatorRun that tells whether somebody wants it to end.</summary>
[ResourceKind("LegatorRun", "legatorruns")]
internal sealed record CancelledRun : IResource
{
    public string ApiVersion { get; init; } = LegatorApi.GroupVersion;

    public string Kind { get; init; } = "LegatorRun";

    public ObjectMeta Metadata { get; init; } = new();
}
