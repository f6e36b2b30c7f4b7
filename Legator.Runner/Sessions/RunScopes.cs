using Legator.Core.Guardrails;
using Legator.Core.Redaction;
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
        return new RunScope
        {
            Run = run,
            Agent = snapshot.Agent.Key,
            Policy = GuardrailPolicy.Of(snapshot.Agent.Spec.Guardrails),
            Sheet = ActionSheetIndex.Build(snapshot.Skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? [])),
            Environment = EnvironmentFacts.Of(snapshot.Environment.Spec, snapshot.Skills.SelectMany(s => s.ProtectionClasses ?? [])),
            Limits = RunLimits.Of(snapshot.Agent.Spec.Guardrails, snapshot.Limits),
            Credentials = handles,
            Redactor = Redactor.Default.With(values.Concat(secrets)),
        };
    }
}
