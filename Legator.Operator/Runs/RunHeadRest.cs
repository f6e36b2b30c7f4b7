using Legator.Core.Resources.Runs;

namespace Legator.Operator.Runs;

/// <summary>What few runs have; most share the empty one.</summary>
internal sealed record RunHeadRest
{
    public static RunHeadRest None { get; } = new();

    /// <summary>A uid of another shape than those that API servers give.</summary>
    public string? Uid { get; init; }

    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    public string? Problem { get; init; }

    public string? EventRef { get; init; }

    public RunDelivery? Delivery { get; init; }

    public AwaitedApproval? Awaiting { get; init; }

    public RunHeadRest Packed() => this == None ? None : this;
}
