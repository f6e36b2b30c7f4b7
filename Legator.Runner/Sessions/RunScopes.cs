using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Runner.Credentials;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Mcp;

namespace Legator.Runner.Sessions;

/// <summary>Makes what the gate needs to know of a run from the run's snapshot.</summary>
internal sealed class RunScopes(EnvironmentCredentials credentials, McpServers servers)
{
    public async Task<RunScope> CreateAsync(RunKey run, RunSnapshot snapshot, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        var (handles, values) = await credentials.ReadAsync(snapshot, cancellationToken);
        var sheet = ActionSheetIndex.Build(snapshot.Skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? []));
        return new RunScope
        {
            Run = run,
            Agent = snapshot.Agent.Key,
            Policy = GuardrailPolicy.Of(snapshot.Agent.Spec.Guardrails),
            Sheet = sheet,
            Environment = EnvironmentFacts.Of(snapshot.Environment.Spec, snapshot.Skills.SelectMany(s => s.ProtectionClasses ?? [])),
            Limits = RunLimits.Of(snapshot.Agent.Spec.Guardrails, snapshot.Limits),
            Credentials = handles,
            Redactor = Redactor.Default.With(values.Concat(secrets)),
            Tools = servers.Of(snapshot.Environment, sheet),
        };
    }
}
