namespace Legator.Core.Actions;

/// <summary>The names of the tiers that people write and read.</summary>
public static class RiskTierNames
{
    /// <summary>The name that sheets, patterns and records use: <c>service-mutation</c>.</summary>
    public static string WireName(this RiskTier tier) => tier switch
    {
        RiskTier.Read => "read",
        RiskTier.ServiceMutation => "service-mutation",
        RiskTier.DestructiveMutation => "destructive-mutation",
        _ => "data-mutation",
    };
}
