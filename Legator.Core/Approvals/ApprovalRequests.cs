using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Resources;
using Legator.Core.Resources.Approvals;
using Legator.Core.Scheduling;

namespace Legator.Core.Approvals;

/// <summary>The ApprovalRequest that shows a run's question: a pure view of the journal, so that whoever reads both can tell whether somebody changed the object.</summary>
public static class ApprovalRequests
{
    private const int LongestArgument = 32_768;
    private const int LongestSentence = 1_024;

    /// <summary>What is asked.</summary>
    /// <param name="approval">The question.</param>
    /// <param name="agent">Name of the run's agent.</param>
    public static ApprovalRequestSpec SpecOf(RunApproval approval, string agent)
    {
        var (asked, judged) = (approval.Asked, approval.Judged);
        return new ApprovalRequestSpec
        {
            AgentName = agent,
            RunName = approval.Run.Name,
            Action = new ApprovalAction
            {
                Tool = judged.Tool,
                Tier = asked.Terms.Tier.WireName(),
                Target = judged.Actions is [var first, ..] ? Cut(first.Target.Text, LongestSentence) : "unknown",
                Description = Cut(string.Join("; ", judged.Actions.Select(a => $"{a.Verb} {a.Target.Text}")), LongestSentence),
                Args = ArgumentsOf(judged.Arguments),
            },
            Digest = judged.Digest.Value,
            Context = Cut(asked.Escalation is { } round ? Escalated(round, judged.Verdict.Message) : judged.Verdict.Message, LongestSentence),
            Timeout = GoDuration.Format(TimeSpan.FromSeconds(Math.Round((asked.ExpiresAt - approval.AskedAt).TotalSeconds))),
            ExpiresAt = asked.ExpiresAt,
            TargetVersion = asked.Terms.TargetVersion,
            TypedConfirmation = TypedConfirmation.IsNeeded(asked.Terms.Tier),
            DryRun = new ApprovalDryRun { Difference = asked.Preview.Difference, Unavailable = asked.Preview.Unavailable },
            Dependents = asked.Preview.Dependents,
        };
    }

    /// <summary>Where it stands.</summary>
    public static ApprovalRequestStatus StatusOf(RunApproval approval) => new()
    {
        Phase = approval.Phase,
        DecidedBy = approval.Decided?.DecidedBy,
        DecidedAt = approval.ClosedAt,
        Reason = approval switch
        {
            { Decided: { } decided } => decided.Reason,
            { Expired: true } => "Nobody decided in time.",
            { Abandoned: true } => "The run ended before anybody decided.",
            _ => null,
        },
    };

    /// <summary>Labels by which requests are found.</summary>
    public static IReadOnlyDictionary<string, string> LabelsOf(RunApproval approval, string agent) => new Dictionary<string, string>
    {
        [LegatorApi.AgentLabel] = LabelValue.Of(agent),
        [LegatorApi.RunLabel] = LabelValue.Of(approval.Run.Name),
    };

    private static string Escalated(EscalationRound round, string refusal) =>
        $"A guardrail refused it, and nothing executes it: {refusal} Approve: the run goes on without it. Deny: the run ends. Without an answer, {round.Consequence()}.";

    private static Dictionary<string, string> ArgumentsOf(JsonElement arguments) => arguments.ValueKind != JsonValueKind.Object
        ? new Dictionary<string, string> { ["malformed"] = Cut(arguments.GetRawText(), LongestArgument) }
        : arguments.EnumerateObject().GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(
            m => m.Key,
            m => Cut(m.Last().Value is { ValueKind: JsonValueKind.String } text ? text.GetString()! : JsonSerializer.Serialize(m.Last().Value, LegatorJson.Options), LongestArgument));

    // An object of the API has bounds; the journal, and what the API says of a single request, have all of it.
    private static string Cut(string text, int limit) => text.Length <= limit
        ? text
        : $"{text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)]}… [{text.Length - limit} more characters in the journal]";
}
