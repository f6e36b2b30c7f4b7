using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Agents;
using Legator.Core.Rollbacks;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Tools;

namespace Legator.Runner.Gate;

/// <summary>What holds for all calls of a run; built once from its snapshot.</summary>
internal sealed record RunScope
{
    /// <summary>The run.</summary>
    public required RunKey Run { get; init; }

    /// <summary>The agent whose run it is.</summary>
    public required AgentKey Agent { get; init; }

    /// <summary>The agent's guardrails.</summary>
    public required GuardrailPolicy Policy { get; init; }

    /// <summary>Action sheets of all skills.</summary>
    public required ActionSheetIndex Sheet { get; init; }

    /// <summary>The environment.</summary>
    public required EnvironmentFacts Environment { get; init; }

    /// <summary>What people wrote for the run.</summary>
    public AuthoredText Authored { get; init; } = AuthoredText.None;

    /// <summary>Name of the LegatorEnvironment, in the agent's namespace.</summary>
    public string EnvironmentName { get; init; } = "";

    /// <summary>The most that the run may use and do.</summary>
    public required RunLimits Limits { get; init; }

    /// <summary>Credentials of the environment by name.</summary>
    public IReadOnlyDictionary<string, ICredentialHandle> Credentials { get; init; } = new Dictionary<string, ICredentialHandle>();

    /// <summary>The environment's cluster; null where the run has none, and every Kubernetes tool is refused.</summary>
    public IRunCluster? Cluster { get; init; }

    /// <summary>The agent that got the run started; null where none did.</summary>
    public RunSnapshotDelegation? LedBy { get; init; }

    /// <summary>What the run takes back; null for every run that is no undo.</summary>
    public RunSnapshotUndo? Undo { get; init; }

    /// <summary>Which agents this one works with; null for those of its namespace.</summary>
    public DelegationSpec? Peers { get; init; }

    /// <summary>The secret values of the run's credentials, also of those that are only made while it runs.</summary>
    public RunSecrets Secrets { get; init; } = new(Redactor.Default);

    /// <summary>Takes the run's secrets out of texts, as far as they are known by now.</summary>
    public Redactor Redactor
    {
        get => Secrets.Redactor;
        init => Secrets = new RunSecrets(value);
    }

    /// <summary>Tools that this run's environment brings along; null when it brings none.</summary>
    public IRunTools? Tools { get; init; }

    /// <summary>Begins to look at the world for a call that is to be judged.</summary>
    public Func<RunSecrets, Lookout> Lookouts { get; init; } = secrets => new RecordingLookout(secrets);

    /// <summary>Looks at the world for the call that is being judged.</summary>
    public Lookout Lookout { get; init; } = Lookout.Unrecorded;

    /// <summary>Tells people what tools want them to know.</summary>
    public RunNotices Notices { get; init; } = RunNotices.None;

    /// <summary>What of the run is traced and logged.</summary>
    public RunObservability Observability { get; init; } = RunObservability.Default;

    /// <summary>What tools keep open until the run ends or leaves this runner.</summary>
    public RunResources Resources { get; init; } = new();
}
