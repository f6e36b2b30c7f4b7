using Legator.Core.Guardrails;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Resources.ModelTiers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Skills;
using Legator.Runner.Gate;

namespace Legator.Runner.Tests.Replay;

/// <summary>An agent whose guardrails are made up, with a sheet that declares a little of everything.</summary>
internal sealed class GeneratedAgent
{
    private const string Sheet = """
        actions:
          - {id: look, description: Looks., tool: http.get, tier: read}
          - {id: backup, description: Asks for a backup., tool: http.post, tier: service-mutation, cooldown: 1h}
          - {id: drop, description: Takes an order back., tool: http.delete, tier: destructive-mutation}
          - {id: recall, description: Reads notes., tool: state.get, tier: read}
          - {id: note, description: Writes notes., tool: state.set, tier: read}
          - {id: forget, description: Deletes notes., tool: state.delete, tier: read}
          - {id: shell, description: Looks at hosts., tool: ssh.exec, tier: read}
          - id: restart
            description: Restarts a service.
            tool: ssh.exec
            tier: service-mutation
            preConditions:
              - {check: the site answers, call: {tool: http.get, arguments: {url: "http://status.lab/health"}}, expect: "ok"}
          - {id: query, description: Asks the database., tool: sql.query, tier: read}
          - {id: names, description: Asks for names., tool: dns.query, tier: read}
          - {id: cloud, description: Looks at machines., tool: aws.cli, tier: read}
          - {id: reboot, description: Restarts a machine., tool: aws.cli, tier: service-mutation}
          - {id: pods, description: Lists pods., tool: kubectl.get, tier: read}
        """;

    public GeneratedAgent(Random random)
    {
        var skill = new SkillRef { Name = "shop", Source = "configmap://shop" };
        var reading = SkillReader.Read(skill, new SkillFiles("Look after the shop.", Sheet, null));
        reading.Problems.ShouldBeEmpty();
        var agent = new LegatorAgentSpec
        {
            Description = "Looks after the shop.",
            Schedule = new ScheduleSpec(),
            Model = new ModelSpec(),
            Skills = [skill],
            EnvironmentRef = "lab",
            Guardrails = new GuardrailsSpec
            {
                Autonomy = Pick<AutonomyLevel>(random),
                ApprovalMode = Pick<ApprovalMode>(random),
                MaxIterations = random.Next(2, 9),
                DeniedActions = random.Next(3) == 0 ? ["http.post *"] : [],
                Escalation = random.Next(3) == 0 ? new EscalationSpec { Target = Pick<EscalationTarget>(random), Wait = random.Next(2) == 0, OnTimeout = Pick<EscalationTimeoutAction>(random) } : null,
            },
        };
        Snapshot = new RunSnapshot
        {
            Agent = new RunSnapshotAgent { Namespace = "agents", Name = "shop-hand", Uid = "uid", Generation = 1, Spec = agent },
            Environment = new RunSnapshotEnvironment { Name = "lab", Spec = new LegatorEnvironmentSpec { Credentials = Credentials.Values.ToDictionary(c => c.Name, c => new CredentialRef { Type = c.Type, SecretRef = c.Name }) } },
            Model = new RunSnapshotModel { Tier = ModelTier.Standard, Provider = "openai", Model = "m" },
            Skills = [RunSnapshotSkill.From(reading.Skill!)],
            Limits = RunSnapshotLimits.Of(agent) with { TokenBudget = random.Next(2_000, 20_000), TimeoutMs = random.Next(10_000, 600_000) },
            Trigger = RunTrigger.Manual,
            Task = random.Next(2) == 0 ? "See to the shop." : null,
        };
    }

    public static IReadOnlyDictionary<string, ICredentialHandle> Credentials { get; } = new Dictionary<string, ICredentialHandle>
    {
        ["web-1"] = new Fields("web-1", CredentialType.SshKey, new() { ["host"] = "web-1.lab", ["user"] = "ops", ["ssh-privatekey"] = "hunter2hunter2" }),
        ["shop"] = new Fields("shop", CredentialType.BasicAuth, new() { ["driver"] = "postgres", ["host"] = "db.lab", ["database"] = "shop", ["username"] = "u", ["password"] = "hunter2hunter2" }),
    };

    public RunSnapshot Snapshot { get; }

    private static T Pick<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private sealed class Fields(string name, CredentialType type, Dictionary<string, string> fields) : ICredentialHandle
    {
        public string Name => name;

        public CredentialType Type => type;

        public ValueTask<IReadOnlyDictionary<string, string>> OpenAsync(CancellationToken cancellationToken) => new(fields);
    }
}
