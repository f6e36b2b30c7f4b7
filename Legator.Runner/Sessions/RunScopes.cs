using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Credentials;
using Legator.Runner.Credentials.Vault;
using Legator.Runner.Gate;
using Legator.Runner.Tools.Mcp;
using Legator.Runner.Tools.Plans;

namespace Legator.Runner.Sessions;

/// <summary>Makes what the gate needs to know of a run from the run's snapshot.</summary>
internal sealed class RunScopes(EnvironmentCredentials credentials, McpServers servers, RunClusters clusters)
{
    public async Task<RunScope> CreateAsync(RunKey run, RunSnapshot snapshot, IRunRecord record, CancellationToken cancellationToken)
    {
        var (known, resources) = (new RunSecrets(Redactor.Default), new RunResources());
        var handles = await credentials.CreateAsync(snapshot, new VaultSessionScope(run, snapshot.Agent.Namespace, record, known, resources), cancellationToken);
        var cluster = await clusters.OfAsync(snapshot, known, resources, cancellationToken);
        var policy = PlanPolicy.Of(GuardrailPolicy.Of(snapshot.Agent.Spec.Guardrails));
        var sheet = ActionSheetIndex.Build(snapshot.Skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? []).Concat(PlanPolicy.Declares(policy)));
        return new RunScope
        {
            Run = run,
            Agent = snapshot.Agent.Key,
            Policy = policy,
            Sheet = sheet,
            Environment = EnvironmentFacts.Of(snapshot.Environment.Spec, snapshot.Skills.SelectMany(s => s.ProtectionClasses ?? [])),
            EnvironmentName = snapshot.Environment.Name,
            Limits = RunLimits.Of(snapshot.Agent.Spec.Guardrails, snapshot.Limits),
            Credentials = handles,
            Cluster = cluster,
            LedBy = snapshot.Delegation,
            Peers = snapshot.Agent.Spec.Delegation,
            Secrets = known,
            Resources = resources,
            Notices = new RunNotices(record, snapshot.Environment.Name),
            Tools = servers.Of(snapshot.Environment, sheet),
        };
    }
}
