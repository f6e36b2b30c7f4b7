using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Actions.Classification;

namespace Legator.Cli.Guardrails;

/// <summary>The answer of <c>guardrails classify</c> to a call.</summary>
internal sealed record ClassifiedCall(JsonElement? Id, RiskTier Tier, bool Blocked, string Reason, IReadOnlyList<ClassifiedAction> Actions)
{
    public static ClassifiedCall Of(CallLine line, ClassificationContext context)
    {
        var found = StandardClassifiers.Classify(line.Call!.Tool, line.Call.Arguments, context);
        return new(line.Id, found.Tier, found.Blocked, found.Reason, [.. found.Actions.Select(a => new ClassifiedAction(a.Verb, a.Target.Text, a.Tier))]);
    }
}
