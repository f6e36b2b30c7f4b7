namespace Legator.Operator.Limits;

/// <summary>Why a run may not begin yet.</summary>
/// <param name="Reason">One CamelCase word; documented in docs/reasons.md.</param>
/// <param name="Message">A sentence that names the setting.</param>
internal sealed record Held(string Reason, string Message)
{
    public const string ClusterConcurrency = "ClusterConcurrency";
    public const string ClusterRate = "ClusterRate";
    public const string AgentRate = "AgentRate";
    public const string AgentQuota = "AgentQuota";
    public const string ConcurrencyQuota = "ConcurrencyQuota";
    public const string DailyQuota = "DailyQuota";
    public const string TokenQuota = "TokenQuota";
}
