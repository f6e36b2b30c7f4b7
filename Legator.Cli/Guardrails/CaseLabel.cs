using System.Text.Json;
using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Guardrails;

namespace Legator.Cli.Guardrails;

/// <summary>What a labelled case expects. A member that is null does not matter.</summary>
/// <param name="Tier">The tier; read for <c>not-read</c>, see <paramref name="NotRead"/>.</param>
/// <param name="NotRead">Any tier but read will do.</param>
/// <param name="Blocked">Whether it is refused outright.</param>
/// <param name="Verdict">The chain's answer.</param>
internal sealed record CaseLabel(RiskTier? Tier, bool NotRead, bool? Blocked, VerdictOutcome? Verdict)
{
    private const string AnyMutation = "not-read";

    /// <summary>The label of a line; null with a problem when it has none.</summary>
    public static CaseLabel? Read(CallLine line, out string? problem)
    {
        problem = line.Error;
        if (problem is not null)
        {
            return null;
        }

        if (!line.Line.TryGetProperty("expect", out var expect) || expect.ValueKind != JsonValueKind.Object)
        {
            problem = "expect: missing; write {\"tier\":\"read\"} or the like";
            return null;
        }

        try
        {
            var tier = expect.TryGetProperty("tier", out var given) ? given.ToString() : null;
            return new CaseLabel(
                tier is null or AnyMutation ? null : given.Deserialize<RiskTier>(LegatorJson.Options),
                tier == AnyMutation,
                expect.TryGetProperty("blocked", out var blocked) ? blocked.GetBoolean() : null,
                expect.TryGetProperty("verdict", out var verdict) ? verdict.Deserialize<VerdictOutcome>(LegatorJson.Options) : null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = $"expect: {e.Message}";
            return null;
        }
    }
}
