using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;

namespace Legator.Runner.Sessions;

/// <summary>Makes what the gate needs to know of a run from the run's snapshot.</summary>
internal sealed class RunScopes(EnvironmentCredentials credentials)
{
    public async Task<RunScope> CreateAsync(RunKey run, RunSnapshot snapshot, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        var (handles, values) = await credentials.ReadAsync(snapshot, cancellationToken);
        var rails = snapshot.Agent.Spec.Guardrails;
        return new RunScope
        {
            Run = run,
            Agent = snapshot.Agent.Key,
            Policy = new GuardrailPolicy
            {
                Autonomy = rails.Autonomy,
                ApprovalMode = rails.ApprovalMode ?? ApprovalMode.None,
                AllowedActions = ActionPattern.ParseAll(rails.AllowedActions),
                DeniedActions = ActionPattern.ParseAll(rails.DeniedActions),
            },
            Sheet = ActionSheetIndex.Build(snapshot.Skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? [])),
            Environment = Facts(snapshot.Environment.Spec),
            Limits = new RunLimits
            {
                MaxIterations = snapshot.Limits.MaxIterations,
                TokenBudget = snapshot.Limits.TokenBudget,
                Timeout = TimeSpan.FromMilliseconds(snapshot.Limits.TimeoutMs),
            },
            Credentials = handles,
            Redactor = Redactor.Default.With(values.Concat(secrets)),
        };
    }

    private static EnvironmentFacts Facts(LegatorEnvironmentSpec spec) => new()
    {
        Endpoints = spec.Endpoints
            .Where(e => Uri.TryCreate(e.Value.Url, UriKind.Absolute, out _))
            .ToDictionary(e => e.Key, e => new Uri(e.Value.Url)),
        DataResources = spec.DataResources is not { } data
            ? []
            :
            [
                .. data.Databases.Concat(data.PersistentStorage).Select(d => new DataResource(d.Kind, d.Namespace, d.Name)),
                .. data.ObjectStorage.Select(o => new DataResource("bucket", null, o.Name)),
            ],
    };
}
