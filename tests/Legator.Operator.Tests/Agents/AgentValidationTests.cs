using System.Text.Json.Nodes;
using Legator.Backends.Kubernetes.Kinds;
using Legator.Core;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Operator.Tests.Clusters;

namespace Legator.Operator.Tests.Agents;

/// <summary>Bad input becomes a condition that names the field and the fix, and harms nobody else.</summary>
public abstract class AgentValidationTests(TestCluster cluster) : OperatorTests(cluster)
{
    [Theory]
    [InlineData("""{"schedule":{"cron":"61 * * * *"}}""", "Scheduled", "ScheduleInvalid", "spec.schedule.cron: '61 * * * *'")]
    [InlineData("""{"schedule":{"cron":"0 8 * * *","timezone":"Mars"}}""", "Scheduled", "ScheduleInvalid", "spec.schedule.timezone: 'Mars'")]
    [InlineData("""{"schedule":{"interval":"5 minutes"}}""", "Scheduled", "ScheduleInvalid", "spec.schedule.interval: '5 minutes'")]
    [InlineData("""{"model":{"timeout":"soon"}}""", "Ready", "InvalidSpec", "spec.model.timeout: 'soon'")]
    [InlineData("""{"guardrails":{"approvalTimeout":"-5m"}}""", "Ready", "InvalidSpec", "spec.guardrails.approvalTimeout: '-5m'")]
    [InlineData("""{"model":{"tier":"reasoning"}}""", "ModelReady", "TierNotMapped", "spec.model.tier:")]
    [InlineData("""{"environmentRef":"nowhere"}""", "EnvironmentReady", "EnvironmentNotFound", "spec.environmentRef: there is no LegatorEnvironment 'nowhere'")]
    [InlineData("""{"capabilities":{"required":["sql"]}}""", "EnvironmentReady", "CapabilityMissing", "spec.capabilities.required:")]
    [InlineData("""{"guardrails":{"escalation":{"target":"channel","channelName":"ops"}}}""", "EnvironmentReady", "ChannelNotFound", "channelName")]
    [InlineData("""{"skills":[{"name":"x","source":"configmap://nope"}]}""", "SkillsReady", "SkillNotFound", "spec.skills[0] (x): there is no ConfigMap 'nope'")]
    [InlineData("""{"skills":[{"name":"x","source":"bundled"}]}""", "SkillsReady", "SkillNotFound", "no bundled skill is named 'x'")]
    [InlineData("""{"skills":[{"name":"x","source":"configmap://bad-sheet"}]}""", "SkillsReady", "SkillInvalid", "actions.yaml")]
    [InlineData("""{"skills":[{"name":"x","source":"configmap://bad-markdown"}]}""", "SkillsReady", "SkillInvalid", "SKILL.md")]
    [InlineData("""{"skills":[{"name":"x","source":"git://example.com/a/b#../c"}]}""", "SkillsReady", "SkillSourceInvalid", "inside of the repository")]
    [InlineData("""{"skills":[{"name":"x","source":"oci://example.com/Skills/x:1"}]}""", "SkillsReady", "SkillSourceInvalid", "names no repository")]
    [InlineData("""{"skills":[{"name":"x","source":"git://10.0.0.1/a/b"}]}""", "SkillsReady", "SkillRefused", "Skills:InternalHosts")]
    [InlineData("""{"skills":[{"name":"x","source":"oci://169.254.169.254/a/b:1"}]}""", "SkillsReady", "SkillRefused", "is an address from which no skill may come")]
    public async Task MalformedAgent_FirstLook_SaysFieldAndFix(string spec, string condition, string reason, string message)
    {
        await Cluster.Client<ConfigMap>().CreateAsync(Samples.Skill(Namespace, "bad-sheet", sheet: "actions:\n- id: look\n  tier: sometimes\n"), default);
        await Cluster.Client<ConfigMap>().CreateAsync(Samples.Skill(Namespace, "bad-markdown", markdown: "---\nname: [\n---\nText"), default);
        await using var @operator = await StartAsync();
        await CreateAsync(With("bad", spec));
        await CreateAsync(Samples.Agent(Namespace, "good"));
        var bad = await AgentBecomesAsync($"condition {condition}", "bad", agent => Condition(agent, condition) is { } told && !told.Contains("SkillPending", StringComparison.Ordinal));

        Condition(bad, condition)!.ShouldStartWith($"False {reason}");
        Condition(bad, condition)!.ShouldContain(message);
        Condition(bad, "Ready")!.ShouldStartWith("False ");
        Condition(bad, "Ready")!.ShouldContain(message);
        (bad.Status!.Phase is AgentPhase.Error or AgentPhase.Pending).ShouldBeTrue();
        await AgentBecomesAsync("the good agent to run", "good", agent => agent.Status?.ActiveRun is not null);
        (await RunsAsync()).ShouldAllBe(run => run.Spec.AgentRef == "good");
    }

    [Fact]
    public async Task EnvironmentWithARuleThatWouldLoosen_SaysSoAndHoldsItsAgents()
    {
        var loose = new ProtectionClassSpec { Name = "loose", Rules = [new ProtectionRuleSpec { Domain = "kubernetes", Pattern = "delete persistentvolumeclaim/*", Action = ProtectionEffect.Audit }] };
        var environment = Samples.Environment(Namespace, "loose");
        await using var @operator = await StartAsync();
        await Cluster.Client<LegatorEnvironment>().CreateAsync(environment with { Spec = environment.Spec with { ProtectionClasses = [loose] } }, default);
        await CreateAsync(With("web", """{"environmentRef":"loose"}"""));
        var held = await AgentBecomesAsync("condition EnvironmentReady", "web", agent => Condition(agent, "EnvironmentReady") is not null);

        Condition(held, "EnvironmentReady")!.ShouldContain("spec.protectionClasses[0].rules[0].action");
        (await RunsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task MissingEnvironment_CreatedLater_LetsTheHeldSlotRunAtOnce()
    {
        await using var @operator = await StartAsync();
        await CreateAsync(With("web", """{"environmentRef":"later"}"""));
        var waiting = await AgentBecomesAsync("a held slot", "web", agent => agent.Status is not null);
        Condition(waiting, "Scheduled")!.ShouldStartWith("False WaitsUntilReady");
        waiting.Status!.Phase.ShouldBe(AgentPhase.Pending);

        await Cluster.Client<LegatorEnvironment>().CreateAsync(Samples.Environment(Namespace, "later"), default);
        var runs = await RunsBecomeAsync("a run", runs => runs.Count == 1);
        runs[0].Spec.Slot.ShouldBe(waiting.Metadata.CreationTimestamp);
    }

    [Fact]
    public async Task MissingSkill_CreatedLater_MakesTheAgentReady()
    {
        await using var @operator = await StartAsync();
        await CreateAsync(With("web", """{"skills":[{"name":"late","source":"configmap://late"}]}"""));
        await AgentBecomesAsync("no skill", "web", agent => Condition(agent, "SkillsReady")?.StartsWith("False", StringComparison.Ordinal) == true);
        await Cluster.Client<ConfigMap>().CreateAsync(Samples.Skill(Namespace, "late"), default);
        await AgentBecomesAsync("a ready agent", "web", agent => Condition(agent, "Ready")?.StartsWith("True", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task MissingSecret_OfTheEnvironment_IsOnBothObjects()
    {
        var environment = Samples.Environment(Namespace, "secret") with
        {
            Spec = new LegatorEnvironmentSpec
            {
                Endpoints = new Dictionary<string, EndpointSpec> { ["web"] = new() { Url = "not a url" } },
                Credentials = new Dictionary<string, CredentialRef> { ["fleet"] = new() { Type = CredentialType.SshKey, SecretRef = "absent" } },
            },
        };
        await Cluster.Client<LegatorEnvironment>().CreateAsync(environment, default);
        await using var @operator = await StartAsync();
        await CreateAsync(With("web", """{"environmentRef":"secret"}"""));
        var agent = await AgentBecomesAsync("a condition", "web", agent => Condition(agent, "EnvironmentReady") is not null);
        Condition(agent, "EnvironmentReady")!.ShouldContain("spec.credentials.fleet.secretRef: there is no Secret 'absent'");
        var status = (await Eventually.BecomesAsync("a referenced environment", () => Cluster.Client<LegatorEnvironment>().GetAsync(Namespace, "secret", default), e => e?.Status?.ReferencedBy.Count == 1))!.Status!;
        (status.Phase, status.EndpointCount).ShouldBe((EnvironmentPhase.Error, 1));
        status.Conditions.Single(condition => condition.Type == "Ready").Message.ShouldContain("spec.endpoints.web.url: 'not a url'");
    }

    [Fact]
    public async Task MissingSecret_OfAChannelOnly_DoesNotKeepTheAgentFromRunning()
    {
        var environment = Samples.Environment(Namespace, "quiet") with
        {
            Spec = new LegatorEnvironmentSpec
            {
                Channels = new Dictionary<string, ChannelSpec> { ["ops"] = new() { Type = ChannelType.Slack, Target = "#ops", SecretRef = "absent" } },
            },
        };
        await Cluster.Client<LegatorEnvironment>().CreateAsync(environment, default);
        await using var @operator = await StartAsync();
        await CreateAsync(With("web", """{"environmentRef":"quiet"}"""));
        await RunsBecomeAsync("a run", runs => runs.Count == 1);
        var seen = await Eventually.BecomesAsync("a checked environment", () => Cluster.Client<LegatorEnvironment>().GetAsync(Namespace, "quiet", default), e => e?.Status is not null);
        seen!.Status!.Conditions.Select(c => c.Type).Order().ShouldBe(["ChannelsReady", "Ready"]);
        seen.Status.Conditions.ShouldAllBe(c => c.Message.Contains("spec.channels.ops.secretRef"));
    }

    private LegatorAgent With(string name, string spec)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(Samples.Agent(Namespace, name), LegatorJson.Options)!;
        foreach (var (field, value) in JsonNode.Parse(spec)!.AsObject())
        {
            if (json["spec"]![field] is JsonObject known && value is JsonObject added)
            {
                foreach (var (inner, content) in added)
                {
                    known[inner] = content?.DeepClone();
                }
            }
            else
            {
                json["spec"]![field] = value?.DeepClone();
            }
        }

        return System.Text.Json.JsonSerializer.Deserialize<LegatorAgent>(json.ToJsonString(), LegatorJson.Options)!;
    }
}
