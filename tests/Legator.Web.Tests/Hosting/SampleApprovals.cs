using System.Text.Json;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Actions;
using Legator.Core.Approvals;
using Legator.Core.Guardrails;
using Legator.Core.Resources;
using Legator.Core.Resources.Approvals;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;

namespace Legator.Web.Tests.Hosting;

/// <summary>Runs that wait for a person: the question in the journal as the Runner writes it, and the ApprovalRequest as the Operator shows it.</summary>
public sealed class SampleApprovals(StartedWeb web)
{
    public const string Arguments = """{"resource":"deployments","name":"web","replicas":3,"note":"<img src=x onerror=alert(1)>"}""";

    /// <summary>A run asks; answers the question as its journal has it.</summary>
    public async Task<RunApproval> AskAsync(string name, RiskTier tier = RiskTier.ServiceMutation, string agent = "careful", TimeSpan? wait = null)
    {
        var run = await web.Samples.RunAsync($"{name}-run", agent);
        var arguments = JsonDocument.Parse(Arguments).RootElement;
        var expires = TimeProvider.System.GetUtcNow() + (wait ?? TimeSpan.FromHours(1));
        await new SampleJournal(web.Journal, run).AppendAsync(
            new RunStarted("runner-1", new string('a', 64), "scripted/shop"),
            new ModelReplied(1, "The web has too few pods.", [], 10, 10, "tool_calls", 10),
            new ActionJudged(
                1, "call-1", "kubectl.scale", arguments, ActionDigest.Of("kubectl.scale", arguments), [new ProposedAction("kubernetes", "scale", new CanonicalTarget("deployments.apps/web -n shop"), tier)], Asks(tier)),
            new ApprovalRequested(1, name, expires, new ApprovalTerms { Tier = tier, TargetVersion = "7" }, new ActionPreview("replicas: 1 -> 3") { Dependents = ["pods/web-1"] }));
        var asked = await FindAsync(name);
        await ShowAsync(name, ApprovalRequests.SpecOf(asked, agent));
        return asked;
    }

    /// <summary>Makes the object that shows a question, and waits until the web has seen it.</summary>
    public async Task ShowAsync(string name, ApprovalRequestSpec spec)
    {
        await web.Cluster<ApprovalRequest>().CreateAsync(new ApprovalRequest { Metadata = new ObjectMeta { Name = name, Namespace = web.Namespace }, Spec = spec }, CancellationToken.None);
        await Eventually.IsTrueAsync($"the web has seen ApprovalRequest {name}", () => web.Get<Informer<ApprovalRequest>>().TryGet(web.Namespace, name) is not null);
    }

    /// <summary>What the journal says of a question.</summary>
    public async Task<RunApproval> FindAsync(string name) =>
        (await RunApprovals.ReadAsync(web.Journal, new RunKey(web.Namespace, $"{name}-run"), CancellationToken.None)).Find(name).ShouldNotBeNull();

    /// <summary>Appends to the run's journal where it ends.</summary>
    public async Task AppendAsync(string name, RunEventData data)
    {
        var run = new RunKey(web.Namespace, $"{name}-run");
        await web.Journal.AppendAsync(run, await web.Journal.HeadAsync(run, CancellationToken.None), data, CancellationToken.None);
    }

    private static Verdict Asks(RiskTier tier) => new()
    {
        Outcome = VerdictOutcome.NeedsApproval,
        Reason = GuardrailReason.ApprovalRequired,
        Message = "Every change of this agent waits for a person.",
        Tier = tier,
        Trace = [],
    };
}
