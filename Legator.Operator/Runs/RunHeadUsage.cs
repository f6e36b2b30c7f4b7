namespace Legator.Operator.Runs;

/// <summary>What a run used.</summary>
internal sealed record RunHeadUsage
{
    public long TotalTokens { get; init; }
}
