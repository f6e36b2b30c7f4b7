using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.Events;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Operator.Tests.Clusters;
using Legator.Operator.Tests.Notifications;
using Legator.Tests.NoticeReceivers;

namespace Legator.Operator.Tests.Anomalies;

/// <summary>Runs of a started Operator that are not as usual are told of once, each kind, also by the next leader.</summary>
public abstract class AnomalyTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Fact]
    public async Task RunUnlikeTheOthers_IsToldOfOnce_OfEachKind()
    {
        await AgentAsync(null);
        await using (var first = await StartAsync())
        {
            await using var runner = Runner(first);
            await RunAsync(1, 6);
        }

        // The next leader knows no more than what is stored.
        await using var second = await StartAsync();
        await using var next = Runner(second);
        await RunAsync(7, 7);
        await KindsBecomeAsync("frequency-spike scope-spike target-drift tool-drift");
        var told = await EventsAsync();
        told.ShouldAllBe(item => item.Spec.EventType == "anomaly" && item.Spec.SourceAgent == "steady" && item.Metadata.Label(LegatorApi.EventTypeLabel) == "anomaly");
        Summary(told, "target-drift").ShouldBe("target-drift: The run was where the last 6 runs never were: db-1, secrets -n shop.");
        Summary(told, "tool-drift").ShouldBe("tool-drift: The run used tools of a kind that the last 6 runs never used: ssh.");
        Summary(told, "scope-spike").ShouldBe("scope-spike: The run tried 12 actions, where 1 are usual.");
        Summary(told, "frequency-spike").ShouldBe("frequency-spike: 7 runs within 30 minutes, where 0 are usual.");
        (await Eventually.BecomesAsync("Events of the agent", async () => (await Cluster.Client<CoreEvent>().ListAsync(Namespace, null, default)).Items.Count(item => item.Reason == "Anomaly"), count => count == 4)).ShouldBe(4);
    }

    [Fact]
    public async Task AgentsOwnRules_Count_AndPeopleAreToldWhereItSaysSo()
    {
        await using var receiver = await HttpReceiver.StartAsync();
        await new NoticeEstate(Cluster, Namespace).ChannelAsync("audit", ChannelType.Webhook, receiver.Address.ToString());
        await AgentAsync(new AnomalySpec { FrequencyThreshold = 100, DriftMinSamples = 2, MinScopeDelta = 50 });
        await using var host = await StartAsync(settings: NoticeEstate.Settings());
        await using var runner = Runner(host);
        await RunAsync(1, 2);
        await RunAsync(7, 7);
        await KindsBecomeAsync("target-drift tool-drift");
        var told = await NoticeEstate.OutboxBecomesAsync(host, "both are delivered", all => all.Count(entry => entry.State == OutboxState.Delivered) == 2);
        told.ShouldAllBe(entry => entry.Notification.Kind == NotificationKind.RunUnusual && entry.Notification.Run == RunOf(7));
        receiver.Posts.Select(post => (string?)post.Json["kind"]).Distinct().ShouldBe(["run-unusual"]);
    }

    [Fact]
    public async Task AgentThatIsNotLookedAt_IsNotToldOf()
    {
        await AgentAsync(new AnomalySpec { Enabled = false, DriftMinSamples = 1 });
        await using var host = await StartAsync();
        await using var runner = Runner(host);
        await RunAsync(1, 1);
        await RunAsync(7, 7);
        await RunAsync(8, 8);
        (await EventsAsync()).ShouldBeEmpty();
    }

    private Task<LegatorAgent> AgentAsync(AnomalySpec? anomalies)
    {
        var sample = Samples.Agent(Namespace, "steady");
        return CreateAsync(sample with
        {
            Spec = sample.Spec with { Schedule = new ScheduleSpec(), Observability = new ObservabilitySpec { Anomalies = anomalies }, Reporting = new ReportingSpec { OnAnomaly = ReportingAction.Notify } },
        });
    }

    private string RunOf(int n) => RunNames.ForRequest(new AgentKey(Namespace, "steady"), string.Create(CultureInfo.InvariantCulture, $"nonce-{n}"));

    private PlayedRunner Runner(OperatorHost host) => new(host.Queue, host.Journal, acts: run => run.Name == RunOf(7)
        ? [.. Enumerable.Range(1, 11).Select(seq => Judged(seq, "kubectl.get", "secrets/key -n shop")), Judged(12, "ssh.exec", "db-1:uptime")]
        : [Judged(1, "kubectl.get", "pods/web-1 -n shop")]);

    private async Task RunAsync(int first, int last)
    {
        for (var n = first; n <= last; n++)
        {
            var request = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [LegatorApi.RunNowAnnotation] = string.Create(CultureInfo.InvariantCulture, $"nonce-{n}") } } };
            await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "steady", request, default);
            await RunsBecomeAsync($"run {n} is over", runs => runs.Any(run => run.Metadata.Name == RunOf(n) && run.Status?.Phase == RunPhase.Succeeded));
        }
    }

    private Task<string> KindsBecomeAsync(string kinds) =>
        Eventually.BecomesAsync($"anomalies {kinds}", async () => string.Join(' ', (await EventsAsync()).Select(item => item.Metadata.Label(AnomalyEvents.KindLabel)).Order()), found => found == kinds);

    private async Task<IReadOnlyList<AgentEvent>> EventsAsync() => (await Cluster.Client<AgentEvent>().ListAsync(Namespace, null, default)).Items;

    private static string Summary(IReadOnlyList<AgentEvent> told, string kind) => told.Single(item => item.Spec.Labels["kind"] == kind).Spec.Summary;

    private static ActionJudged Judged(int seq, string tool, string target)
    {
        var arguments = JsonDocument.Parse(string.Create(CultureInfo.InvariantCulture, $$"""{"name":"{{target}}","seq":{{seq}}}""")).RootElement;
        var verdict = new Verdict { Outcome = VerdictOutcome.Allow, Reason = GuardrailReason.Allowed, Message = "No check objects.", Tier = RiskTier.Read, Trace = [] };
        return new ActionJudged(seq, $"call-{seq}", tool, arguments, ActionDigest.Of(tool, arguments), [new ProposedAction("any", "get", new CanonicalTarget(target), RiskTier.Read)], verdict);
    }
}
