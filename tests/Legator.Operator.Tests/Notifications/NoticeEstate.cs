using System.Text;
using System.Text.Json;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Notifications;

/// <summary>An environment with channels, agents that tell, and runs that have something to tell.</summary>
internal sealed class NoticeEstate(TestCluster cluster, string place)
{
    public static (string Key, string Value)[] Settings(params (string Key, string Value)[] more) =>
    [
        ("Notifications:InternalHosts:0", "127.0.0.1"),
        ("Notifications:PlainHosts:0", "127.0.0.1"),
        ("Notifications:FirstRetry", "00:00:00.1"),
        ("Notifications:LongestRetry", "00:00:00.5"),
        .. more,
    ];

    public async Task ChannelAsync(string name, ChannelType type, string target, params (string Key, string Value)[] secret)
    {
        var secretName = secret.Length == 0 ? null : $"{name}-secret";
        if (secretName is not null)
        {
            await cluster.Client<Secret>().CreateAsync(new Secret { Metadata = new ObjectMeta { Name = secretName, Namespace = place }, Data = secret.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value)) }, default);
        }

        await ChangeAsync(channels => channels[name] = new ChannelSpec { Type = type, Target = target, SecretRef = secretName });
    }

    public async Task ChangeAsync(Action<Dictionary<string, ChannelSpec>> change)
    {
        var environments = cluster.Client<LegatorEnvironment>();
        var home = (await environments.GetAsync(place, "home", default))!;
        var channels = home.Spec.Channels.ToDictionary(c => c.Key, c => c.Value);
        change(channels);
        await environments.ReplaceAsync(home with { Spec = home.Spec with { Channels = channels } }, default);
    }

    public async Task<LegatorEnvironment> HomeAsync() => (await cluster.Client<LegatorEnvironment>().GetAsync(place, "home", default))!;

    public Task<LegatorEnvironment> ConditionAsync(string expectation, Func<Condition?, bool> fits) =>
        Eventually.BecomesAsync(expectation, HomeAsync, home => fits(home.Status?.Conditions.FirstOrDefault(c => c.Type == "ChannelsReady")));

    /// <summary>An agent whose clock has started one run; answers the run.</summary>
    public async Task<RunKey> RunAsync(string agent, ReportingSpec? reporting = null, EscalationSpec? escalation = null)
    {
        var sample = Samples.Agent(place, agent);
        await cluster.Client<LegatorAgent>().CreateAsync(sample with { Spec = sample.Spec with { Reporting = reporting, Guardrails = sample.Spec.Guardrails with { Escalation = escalation } } }, default);
        var made = await Eventually.BecomesAsync("the agent's run", async () => (await cluster.Client<LegatorRun>().ListAsync(place, null, default)).Items.FirstOrDefault(run => run.Spec.AgentRef == agent), run => run is not null);
        return new RunKey(place, made!.Metadata.Name!);
    }

    public static async Task PlayAsync(IRunJournal journal, RunKey run, params RunEventData[] events)
    {
        foreach (var data in events)
        {
            await journal.AppendAsync(run, await journal.HeadAsync(run, default), data, default);
        }
    }

    public static RunEventData[] Ending(string phase = "Succeeded", string report = "All is well.", params Finding[] findings) =>
        [new RunStarted("played", null, "scripted/rehearsal"), new ReportWritten(report, findings), new RunFinished(phase, "Done", "The run is over.")];

    public static RunEventData[] Refusal(int seq = 1, string name = "web")
    {
        var arguments = JsonDocument.Parse($$"""{"resource":"deployments","name":"{{name}}"}""").RootElement;
        var verdict = new Verdict { Outcome = VerdictOutcome.Deny, Reason = GuardrailReason.AutonomyExceeded, Message = "observe may not restart anything.", Tier = RiskTier.ServiceMutation, Trace = [] };
        return
        [
            new ModelReplied(seq, "", [new ToolCall($"call-{seq}", "kubectl.restart", arguments)], 10, 5, "tool_calls", 1),
            new ActionJudged(seq, $"call-{seq}", "kubectl.restart", arguments, ActionDigest.Of("kubectl.restart", arguments), [new ProposedAction("kubernetes", "restart", new CanonicalTarget($"deployments.apps/{name}"), RiskTier.ServiceMutation)], verdict),
        ];
    }

    public static Task<IReadOnlyList<OutboxEntry>> OutboxAsync(OperatorHost @operator) => @operator.Part<INotificationOutbox>().ListAsync(new OutboxFilter(), default);

    public static async Task<IReadOnlyList<OutboxEntry>> OutboxBecomesAsync(OperatorHost @operator, string expectation, Func<IReadOnlyList<OutboxEntry>, bool> fits)
    {
        IReadOnlyList<OutboxEntry> all = [];
        await Eventually.BecomesAsync(
            expectation,
            async () =>
            {
                all = await OutboxAsync(@operator);
                return string.Join('\n', all.Select(entry => $"{entry.Notification.Channel} {entry.Notification.Kind} {entry.State} {entry.Attempts} {entry.Problem}"));
            },
            _ => fits(all));
        return all;
    }
}
