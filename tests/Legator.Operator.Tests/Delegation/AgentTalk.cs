using System.Text.Json;
using Legator.Backends.Kubernetes;
using Legator.Core.Actions;
using Legator.Core.Delegation;
using Legator.Core.Guardrails;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Delegation;

/// <summary>What a runner does for an agent that speaks to others: a run, its journal, and the AgentEvent that its call makes.</summary>
internal sealed class AgentTalk(TestCluster cluster, IRunJournal journal, string inNamespace)
{
    /// <summary>Makes a run of an agent, as frozen with the snapshot.</summary>
    public async Task<RunKey> RunAsync(string agent, AutonomyLevel autonomy = AutonomyLevel.AutomateDestructive, RunSnapshotDelegation? led = null)
    {
        var spec = Samples.Agent(inNamespace, agent).Spec with { Guardrails = new GuardrailsSpec { Autonomy = autonomy } };
        var snapshot = new RunSnapshot
        {
            Agent = new RunSnapshotAgent { Namespace = inNamespace, Name = agent, Spec = spec },
            Environment = new RunSnapshotEnvironment { Name = "home", Spec = new LegatorEnvironmentSpec() },
            Model = new RunSnapshotModel { Tier = ModelTier.Fast, Provider = "scripted", Model = "rehearsal" },
            Skills = [],
            Limits = new RunSnapshotLimits(),
            Trigger = RunTrigger.Manual,
            Delegation = led,
        };
        var run = new LegatorRun
        {
            Metadata = new ObjectMeta { Name = $"{agent}-source", Namespace = inNamespace },
            Spec = new LegatorRunSpec { AgentRef = agent, EnvironmentRef = "home", Trigger = RunTrigger.Manual, Snapshot = snapshot.ToJson() },
        };
        await cluster.Client<LegatorRun>().CreateAsync(run, default);
        return new RunKey(inNamespace, run.Metadata.Name!);
    }

    /// <summary>Journals a call and its intent, as the gate and the session do.</summary>
    public async Task<ActionDigest> CallAsync(RunKey run, int seq, string tool, object arguments, bool completed = false)
    {
        var json = JsonSerializer.SerializeToElement(arguments);
        var digest = ActionDigest.Of(tool, json);
        var verdict = new Verdict { Outcome = VerdictOutcome.Allow, Reason = GuardrailReason.Allowed, Message = "Fine.", Tier = RiskTier.Read };
        await AppendAsync(run, new ActionJudged(seq, $"call-{seq}", tool, json, digest, [], verdict));
        await AppendAsync(run, new ActionIntended(seq, digest));
        if (completed)
        {
            await AppendAsync(run, new ActionCompleted(seq, true, "{}", 1));
        }

        return digest;
    }

    public async Task AppendAsync(RunKey run, RunEventData data)
    {
        var head = await journal.HeadAsync(run, default);
        if (head == JournalHead.Empty && data is not RunStarted)
        {
            head = JournalHead.After(await journal.AppendAsync(run, head, new RunStarted("played", null, "scripted/rehearsal"), default));
        }

        await journal.AppendAsync(run, head, data, default);
    }

    /// <summary>Gives a task, journal first.</summary>
    public async Task<AgentEvent> DelegateAsync(RunKey run, string from, string to, string text = "Why does web restart?", string ttl = "1h")
    {
        var digest = await CallAsync(run, 1, AgentTasks.DelegateTool, new { to, task = text });
        return await CreateAsync(AgentTasks.NameOf(run, digest, from, to), from, run.Name, AgentTasks.TypeOf("general"), to, text, ttl);
    }

    /// <summary>Tells of an event, journal first.</summary>
    public async Task<AgentEvent> PublishAsync(RunKey run, string from, string type = "finding.disk", int seq = 1)
    {
        var digest = await CallAsync(run, seq, AgentTasks.PublishTool, new { type, seq, detail = "The disk is full." });
        return await CreateAsync(AgentTasks.NameOf(run, digest, from, null), from, run.Name, type, null, "The disk is full.", "1h");
    }

    public Task<AgentEvent> CreateAsync(string name, string from, string? run, string type, string? to, string text, string ttl) => cluster.Client<AgentEvent>().CreateAsync(
        new AgentEvent
        {
            Metadata = new ObjectMeta { Name = name, Namespace = inNamespace },
            Spec = new AgentEventSpec { SourceAgent = from, SourceRun = run, EventType = type, Severity = Severity.Warning, Summary = text, Detail = text, TargetAgent = to, Ttl = ttl },
        },
        default);

    public Task<AgentEvent> BecomesAsync(string expectation, string name, Func<AgentEvent, bool> fits) => Eventually.BecomesAsync(
        expectation,
        async () => await cluster.Client<AgentEvent>().GetAsync(inNamespace, name, default) ?? throw new InvalidOperationException($"no event {name}"),
        fits);

    public Task<AgentEvent> TaskBecomesAsync(string name, AgentTaskState state) =>
        BecomesAsync($"task {state}", name, item => item.Status?.Task?.State == state);
}
