using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Core.Skills;

/// <summary>Reads the fields of an action sheet whose words count: what an action does to data, and what its author wants stricter.</summary>
internal static class SheetWords
{
    /// <summary>What is wrong with the fields; null when both are sound.</summary>
    public static string? Problem(string? dataImpact, string? runtimeOverride) =>
        Impact(dataImpact) is null ? $"dataImpact: '{Short(dataImpact!)}' does not say what becomes of data: begin with none, reads, adds, changes or removes."
        : Override(runtimeOverride) is null ? $"runtimeOverride: '{Short(runtimeOverride!)}' is none of none, approval and deny."
        : null;

    /// <summary>The tier, or what the impact on data makes of it where that is worse; the worst for an impact that nobody can read.</summary>
    public static RiskTier Worse(RiskTier tier, string? dataImpact) => Impact(dataImpact) is { } least ? (RiskTier)Math.Max((int)tier, (int)least) : RiskTier.DataMutation;

    /// <summary>What is stricter; null for a word that nobody knows.</summary>
    public static SheetOverride? Override(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "none" or "false" => SheetOverride.None,
        "approval" or "require-approval" or "ask" => SheetOverride.Approval,
        "deny" or "block" or "refuse" => SheetOverride.Deny,
        _ => null,
    };

    private static RiskTier? Impact(string? text) => FirstWord(text) switch
    {
        "" or "none" or "no" or "nothing" or "reads" or "read-only" => RiskTier.Read,
        "adds" or "creates" or "writes" => RiskTier.ServiceMutation,
        "changes" or "modifies" or "updates" or "overwrites" or "replaces" or "removes" or "deletes" or "drops" or "destroys" => RiskTier.DataMutation,
        _ => null,
    };

    private static string FirstWord(string? text)
    {
        var trimmed = (text ?? "").AsSpan().Trim();
        var end = trimmed.IndexOfAny(" ,;:.(");
        return (end < 0 ? trimmed : trimmed[..end]).ToString().ToLowerInvariant();
    }

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…");
}
