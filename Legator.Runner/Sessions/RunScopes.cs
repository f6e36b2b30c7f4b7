using Legator.Core.Guardrails.Provenance.Authored;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Credentials.Vault;
using Legator.Runner.Credentials;
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
        return Of(run, snapshot) with
        {
            Credentials = handles,
            Cluster = cluster,
            Secrets = known,
            Resources = resources,
            Notices = new RunNotices(record, snapshot.Environment.Name),
            Tools = servers.Of(snapshot.Environment, SheetOf(snapshot)),
        };
    }

    /// <summary>What the snapshot alone says: guardrails, action sheets, environment and limits, without anything of the world.</summary>
    public static RunScope Of(RunKey run, RunSnapshot snapshot) => new()
    {
        Run = run,
        Agent = snapshot.Agent.Key,
        Policy = PolicyOf(snapshot),
        Sheet = SheetOf(snapshot),
        Environment = EnvironmentFacts.Of(snapshot.Environment.Spec, snapshot.Skills.SelectMany(s => s.ProtectionClasses ?? [])),
        Authored = AuthoredText.Of(snapshot),
        EnvironmentName = snapshot.Environment.Name,
        Observability = RunObservability.Of(snapshot.Agent.Spec.Observability),
        Limits = RunLimits.Of(snapshot.Agent.Spec.Guardrails, snapshot.Limits),
        LedBy = snapshot.Delegation,
        Undo = snapshot.Undo,
        Peers = snapshot.Agent.Spec.Delegation,
    };

    private static GuardrailPolicy PolicyOf(RunSnapshot snapshot) => PlanPolicy.Of(GuardrailPolicy.Of(snapshot.Agent.Spec.Guardrails));

    private static ActionSheetIndex SheetOf(RunSnapshot snapshot) =>
        ActionSheetIndex.Build(snapshot.Skills.SelectMany(s => s.Actions?.Declare(s.Name) ?? []).Concat(PlanPolicy.Declares(PolicyOf(snapshot))));
}
