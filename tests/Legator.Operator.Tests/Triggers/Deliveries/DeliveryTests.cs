using Legator.Backends.Kubernetes.Kinds;
using Legator.Core.Resources;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Triggers;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Triggers.Deliveries;

/// <summary>Stored deliveries become runs: each in one, close ones together, forged ones in none, whoever leads.</summary>
public abstract class DeliveryTests(TestCluster cluster) : OperatorTests(cluster)
{
    private WebhookSender Sender => new(Cluster, Namespace);

    [Fact]
    public async Task Delivery_StartsOneRun_WithItsPayload_AndIsRemoved()
    {
        await WaitsAsync("responder");
        await Sender.SecretAsync();
        await using var @operator = await StartAsync();
        await Sender.SendAsync("responder", "d1", """{"alert":"web is down"}""");
        var run = (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0];
        var digest = WebhookDeliveries.Digest("d1");
        (run.Spec.Trigger, run.Spec.Problem, run.Metadata.Name).ShouldBe((RunTrigger.Webhook, null, WebhookDeliveries.RunOf(new AgentKey(Namespace, "responder"), WebhookSender.Source, digest)));
        run.Spec.Delivery!.ShouldSatisfyAllConditions(came => came.Source.ShouldBe("webhook/alerts"), came => came.Ids.ShouldBe([digest]), came => came.Count.ShouldBe(1));
        RunSnapshot.TryRead(run.Spec.Snapshot, out _)!.Payload.ShouldBe("""{"alert":"web is down"}""");
        await Sender.GoneAsync();
    }

    [Fact]
    public async Task Deliveries_CloseTogether_AreOneRunAndOneMore_WithTheLastPayload_AlsoUnderANewLeader()
    {
        await WaitsAsync("responder", "5s");
        await Sender.SecretAsync();
        await using (var first = await StartAsync())
        {
            await Sender.SendAsync("responder", "d1", "first");
            await RunsBecomeAsync("a run of the first", runs => runs.Count == 1);
            for (var n = 2; n <= 5; n++)
            {
                await Sender.SendAsync("responder", $"d{n}", $"payload {n}");
            }
        }

        await using var second = await StartAsync();
        await using var runner = new PlayedRunner(second.Queue, second.Journal);
        var runs = await RunsBecomeAsync("a second run", runs => runs.Count == 2);
        var gathered = runs.Single(run => run.Spec.Delivery!.Count > 1);
        gathered.Spec.Delivery!.Ids.ShouldBe([.. Enumerable.Range(2, 4).Select(n => WebhookDeliveries.Digest($"d{n}"))]);
        RunSnapshot.TryRead(gathered.Spec.Snapshot, out _)!.Payload.ShouldBe("payload 5");
        await Sender.GoneAsync();
        (await RunsAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Delivery_ThatComesAgain_AfterItsRunWasMade_StartsNone()
    {
        await WaitsAsync("responder", "0s");
        await Sender.SecretAsync();
        await using var @operator = await StartAsync();
        await Sender.SendAsync("responder", "d1");
        await RunsBecomeAsync("a run", runs => runs.Count == 1);
        await Sender.GoneAsync();
        await Sender.SendAsync("responder", "d1");
        await Sender.GoneAsync();
        (await RunsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Delivery_ThatSomebodyWithoutTheSecretMade_IsRemoved_AndStartsNone()
    {
        await WaitsAsync("responder");
        await Sender.SecretAsync();
        await using var @operator = await StartAsync();
        await Sender.SendAsync("responder", "forged", keys: new WebhookKeys("some-other-key-of-somebody", null));
        await Sender.GoneAsync();
        (await RunsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delivery_ToAPausedAgent_WaitsUntilItGoesOn()
    {
        var agent = await WaitsAsync("responder");
        await Sender.SecretAsync();
        await using var @operator = await StartAsync();
        var paused = await AgentBecomesAsync("it is known", "responder", a => a.Status is not null);
        paused = await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "responder", new System.Text.Json.Nodes.JsonObject { ["spec"] = new System.Text.Json.Nodes.JsonObject { ["paused"] = true } }, default);
        await AgentBecomesAsync("the pause is known", "responder", a => a.Status!.ObservedGeneration == paused.Metadata.Generation);
        await Sender.SendAsync("responder", "d1");
        await Cluster.Client<LegatorAgent>().PatchAsync(Namespace, "responder", new System.Text.Json.Nodes.JsonObject { ["spec"] = new System.Text.Json.Nodes.JsonObject { ["paused"] = false } }, default);
        (await RunsBecomeAsync("a run", runs => runs.Count == 1))[0].Spec.Trigger.ShouldBe(RunTrigger.Webhook);
        agent.Metadata.Name.ShouldBe("responder");
    }

    [Fact]
    public async Task Trigger_WithoutASecret_IsToldInACondition_ThatGoesWhenTheSecretIsThere()
    {
        await CreateAsync(With(WebhookSender.Trigger() with { SecretRef = null }, "unsecured"));
        await WaitsAsync("responder");
        await using var @operator = await StartAsync();
        Condition(await AgentBecomesAsync("the condition", "unsecured", a => Condition(a, "TriggersReady") is not null), "TriggersReady")
            .ShouldStartWith("False TriggerInvalid: Some triggers start no run. spec.schedule.triggers[0].secretRef: is not set");
        Condition(await AgentBecomesAsync("the condition", "responder", a => Condition(a, "TriggersReady") is not null), "TriggersReady")
            .ShouldStartWith("False TriggerSecretMissing: Some triggers start no run. spec.schedule.triggers[0].secretRef: there is no Secret 'alerts'");
        await Sender.SecretAsync();
        await AgentBecomesAsync("all is well", "responder", a => Condition(a, "TriggersReady")?.StartsWith("True TriggersActive", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("token")]
    public async Task Trigger_WhoseSecretIsTooShortForTheDoor_IsToldInACondition(string field)
    {
        await WaitsAsync("responder");
        await Cluster.Client<Secret>().CreateAsync(new Secret { Metadata = new ObjectMeta { Name = "alerts", Namespace = Namespace }, Data = new Dictionary<string, byte[]> { [field] = "fifteen-letters"u8.ToArray() } }, default);
        await using var @operator = await StartAsync();
        Condition(await AgentBecomesAsync("the condition", "responder", a => Condition(a, "TriggersReady") is not null), "TriggersReady")
            .ShouldStartWith($"False TriggerSecretMissing: Some triggers start no run. spec.schedule.triggers[0].secretRef: field '{field}' of Secret 'alerts' in namespace '{Namespace}' has 15 characters");
    }

    private Task<LegatorAgent> WaitsAsync(string name, string? debounce = null) => CreateAsync(With(WebhookSender.Trigger(debounce), name));

    private LegatorAgent With(TriggerSpec trigger, string name)
    {
        var agent = Samples.Agent(Namespace, name);
        return agent with { Spec = agent.Spec with { Schedule = new ScheduleSpec { Triggers = [trigger] } } };
    }
}
