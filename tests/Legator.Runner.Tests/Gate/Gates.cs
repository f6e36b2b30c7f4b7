using System.Runtime.CompilerServices;
using System.Text.Json;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Agents;
using Legator.Core.Runs;
using Legator.Runner.Clusters;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Rollbacks;
using Legator.Runner.Tests.Approvals;
using Legator.Runner.Tests.Tools;
using Legator.Runner.Tools;
using Legator.Runner.Tools.Aws;
using Legator.Runner.Tools.Azure;
using Legator.Runner.Tools.Dns;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Kubernetes;
using Legator.Runner.Tools.Sql;
using Legator.Runner.Tools.Ssh;
using Legator.Runner.Tools.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Gate;

/// <summary>A gate with all tools, and scopes for it.</summary>
internal static class Gates
{
    public static readonly RunKey Run = new("agents", "watch-1");

    private static readonly ConditionalWeakTable<ToolGate, IRunCluster> Clusters = [];

    public static ToolGate Create(Cluster cluster, IRunJournal? journal = null, TimeProvider? time = null, GuardedHttp? http = null, DnsResolver? dns = null, SqlOptions? sql = null, IPolicyVersions? versions = null)
    {
        time ??= TimeProvider.System;
        var notes = new AgentNotes(cluster.States, time);
        dns ??= new DnsResolver(Options.Create(new DnsOptions()));
        http ??= new GuardedHttp();
        var requests = new HttpRequests(http);
        Tool[] tools =
        [
            .. new ServiceCollection().AddKubernetesTools().BuildServiceProvider().GetServices<Tool>(),
            new HttpGetTool(requests), new HttpHeadTool(requests), new HttpPostTool(requests), new HttpPutTool(requests),
            new HttpPatchTool(requests), new HttpDeleteTool(requests), new HttpRequestTool(requests),
            new AwsCliTool(new AwsClient(http, time)), new AzCliTool(new AzureClient(http)),
            new StateGetTool(notes), new StateSetTool(notes), new StateDeleteTool(notes),
            new DnsQueryTool(dns), new DnsReverseTool(dns), new SshExecTool(new SshConnector(new HostKeyPins(cluster.Maps), time, NullLogger<SshConnector>.Instance), time), new SqlQueryTool(Options.Create(sql ?? new SqlOptions()), NullLogger<SqlQueryTool>.Instance),
        ];
        var approvals = new ApprovalDesk(versions ?? new FixedPolicyVersions(), time, NullLogger<ApprovalDesk>.Instance);
        var facts = new FactGatherer(new ActionHistory(journal ?? new ListJournal()), approvals, time, NullLogger<FactGatherer>.Instance);
        var gate = new ToolGate(new ToolCatalog(tools), facts, approvals, new RollbackDesk(time, NullLogger<RollbackDesk>.Instance), time, NullLogger<ToolGate>.Instance);
        Clusters.Add(gate, cluster.AsRunner);
        return gate;
    }

    /// <summary>The scope with the gate's cluster, where it names none.</summary>
    public static RunScope On(this ToolGate gate, RunScope? scope = null)
    {
        scope ??= Scope();
        return scope.Cluster is null && Clusters.TryGetValue(gate, out var cluster) ? scope with { Cluster = cluster } : scope;
    }

    public static RunScope Scope(AutonomyLevel autonomy = AutonomyLevel.AutomateDestructive, params DeclaredAction[] sheet) => new()
    {
        Run = Run,
        Agent = new AgentKey("agents", "watch"),
        Policy = new GuardrailPolicy { Autonomy = autonomy },
        Sheet = ActionSheetIndex.Build(sheet.Length > 0 ? sheet : [new DeclaredAction("any", "*", RiskTier.Read)]),
        Environment = new EnvironmentFacts(),
        Limits = new RunLimits(),
        Redactor = Redactor.Default.With(["canary-secret"]),
    };

    public static ToolCall Call(string tool, object arguments) => new("c1", tool, JsonSerializer.SerializeToElement(arguments));

    public static Task<Judgement> JudgeAsync(this ToolGate gate, string tool, object arguments, RunScope? scope = null, RunProgress? progress = null) =>
        gate.JudgeAsync(Call(tool, arguments), gate.On(scope), progress ?? new RunProgress(), TestContext.Current.CancellationToken);

    /// <summary>Judges and, where it is allowed, executes.</summary>
    public static async Task<ToolResult> RunAsync(this ToolGate gate, string tool, object arguments, RunScope? scope = null)
    {
        scope = gate.On(scope);
        var judgement = await gate.JudgeAsync(tool, arguments, scope);
        judgement.Permit.ShouldNotBeNull(judgement.Verdict.Message);
        return await gate.ExecuteAsync(judgement.Permit, scope, TestContext.Current.CancellationToken);
    }
}
