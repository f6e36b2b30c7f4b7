using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Web.Tests.Hosting;

/// <summary>Writes a run's journal step by step, as a Runner does.</summary>
internal sealed class SampleJournal(IRunJournal journal, RunKey run)
{
    private JournalHead head = JournalHead.Empty;

    public async Task<SampleJournal> AppendAsync(params RunEventData[] events)
    {
        foreach (var data in events)
        {
            head = JournalHead.After(await journal.AppendAsync(run, head, data, CancellationToken.None));
        }

        return this;
    }

    public Task<SampleJournal> StartAsync() => AppendAsync(
        new RunStarted("runner-1", new string('a', 64), "scripted/shop"),
        new PromptAssembled("You are watchman <script>alert(1)</script>.", "Look after the shop."),
        new ModelReplied(1, "I look at the deployments first.", [], 812, 64, "tool_calls", 420));

    public async Task<SampleJournal> ActAsync() => await AppendAsync(
        Judged(1, "kubectl.get", """{"resource":"deployments","namespace":"shop"}""", "deployments.apps -n shop", RiskTier.Read, Allow()),
        new ActionIntended(1, new ActionDigest(new string('b', 64))),
        new ActionCompleted(1, true, "web 3/3 <img src=x onerror=alert(1)>\ncart 1/2", 31),
        new ModelReplied(2, "The cart has one pod too few; I try to delete the stuck one.", [], 1024, 96, "tool_calls", 510),
        Judged(2, "kubectl.delete", """{"resource":"pods","name":"cart-0","namespace":"shop"}""", "pods/cart-0 -n shop", RiskTier.DestructiveMutation, Deny()),
        new ReportWritten("Deployments: web 3/3, cart 1/2.\nOne pod of cart is stuck; deleting it is beyond my autonomy.", [new Finding("warning", "cart has 1 of 2 pods", "deployments.apps/cart -n shop")]));

    public Task<SampleJournal> FinishAsync(string phase = "Succeeded") => AppendAsync(new RunFinished(phase, "Reported", "The report is written; one action was blocked."));

    private static ActionJudged Judged(int seq, string tool, string arguments, string target, RiskTier tier, Verdict verdict)
    {
        var parsed = JsonDocument.Parse(arguments).RootElement;
        return new ActionJudged(
            seq, $"call-{seq}", tool, parsed, ActionDigest.Of(tool, parsed), [new ProposedAction("kubernetes", tool.Split('.')[1], new CanonicalTarget(target), tier)], verdict with { Tier = tier });
    }

    private static Verdict Allow() => new()
    {
        Outcome = VerdictOutcome.Allow,
        Reason = GuardrailReason.Allowed,
        Message = "No check objects.",
        Tier = RiskTier.Read,
        SheetAction = "list-deployments",
        Trace = [new CheckTrace("known-tool", VerdictOutcome.Allow, GuardrailReason.Allowed, "kubectl.get is offered to this run.")],
    };

    private static Verdict Deny() => new()
    {
        Outcome = VerdictOutcome.Deny,
        Reason = GuardrailReason.AutonomyExceeded,
        Message = "A destructive mutation needs automate-destructive; the agent has observe.",
        Remedy = "raise spec.guardrails.autonomy to automate-destructive.",
        Tier = RiskTier.DestructiveMutation,
        Trace =
        [
            new CheckTrace("known-tool", VerdictOutcome.Allow, GuardrailReason.Allowed, "kubectl.delete is offered to this run."),
            new CheckTrace("autonomy", VerdictOutcome.Deny, GuardrailReason.AutonomyExceeded, "destructive-mutation is above observe."),
        ],
    };
}
