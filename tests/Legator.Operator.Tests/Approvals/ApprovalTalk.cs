using System.Text.Json;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Approvals;

/// <summary>Runs that ask a person, as their journals tell it, and what the cluster shows of it.</summary>
internal sealed class ApprovalTalk(TestCluster cluster, string place)
{
    public const string Question = "web-approval-1";

    /// <summary>A run of the agent asks; answers the question.</summary>
    public async Task<RunApproval> AskAsync(IRunJournal journal, RunKey run)
    {
        var arguments = JsonDocument.Parse("""{"resource":"deployments","name":"web","replicas":3}""").RootElement;
        var verdict = new Verdict { Outcome = VerdictOutcome.NeedsApproval, Reason = GuardrailReason.ApprovalRequired, Message = "A person decides.", Tier = RiskTier.ServiceMutation, Trace = [] };
        RunEventData[] events =
        [
            new RunStarted("played", null, null),
            new ModelReplied(1, "Looking.", [], 10, 5, "tool_calls", 1),
            new ActionJudged(1, "call-1", "kubectl.scale", arguments, ActionDigest.Of("kubectl.scale", arguments), [new ProposedAction("kubernetes", "scale", new CanonicalTarget("deployments.apps/web"), RiskTier.ServiceMutation)], verdict),
            new ApprovalRequested(1, Question, TimeProvider.System.GetUtcNow().AddHours(1), new ApprovalTerms { Tier = RiskTier.ServiceMutation, TargetVersion = "7" }, new ActionPreview("replicas: 1 -> 3")),
        ];
        foreach (var data in events)
        {
            await AppendAsync(journal, run, data);
        }

        return await FindAsync(journal, run);
    }

    public static async Task AppendAsync(IRunJournal journal, RunKey run, RunEventData data) =>
        await journal.AppendAsync(run, await journal.HeadAsync(run, default), data, default);

    public static async Task<RunApproval> FindAsync(IRunJournal journal, RunKey run) => (await RunApprovals.ReadAsync(journal, run, default)).Find(Question)!;

    public Task<ApprovalRequest?> ShownAsync(string name = Question) => cluster.Client<ApprovalRequest>().GetAsync(place, name, default);

    public Task<ApprovalRequest?> BecomesAsync(string expectation, Func<ApprovalRequest, bool> fits, string name = Question) =>
        Eventually.BecomesAsync(expectation, () => ShownAsync(name), shown => shown is not null && fits(shown));

    /// <summary>Waits for an Event of the run.</summary>
    public Task NoteAsync(string reason, string type, string about) => Eventually.IsTrueAsync(
        $"a {type} Event {reason}",
        async () => (await cluster.Client<CoreEvent>().ListAsync(place, null, default)).Items.Any(e => e.Reason == reason && e.Type == type && e.InvolvedObject.Name == about));
}
