using Legator.Core.Resources;

namespace Legator.Operator.Runs;

/// <summary>The part of a LegatorRun that scheduling needs. Snapshots and reports stay in the API: the Operator keeps every run in memory.</summary>
[ResourceKind("LegatorRun", "legatorruns")]
internal sealed record RunHead : IResource
{
    public string ApiVersion { get; init; } = LegatorApi.GroupVersion;

    public string Kind { get; init; } = "LegatorRun";

    public ObjectMeta Metadata { get; init; } = new();

    public required RunHeadSpec Spec { get; init; }

    public RunHeadStatus? Status { get; init; }

    public bool IsFinished => Status?.IsFinished == true;

    public string Name => Metadata.Name ?? "";
}
