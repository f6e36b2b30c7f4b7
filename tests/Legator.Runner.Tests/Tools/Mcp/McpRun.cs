using Legator.Core.Guardrails;
using Legator.Core.Redaction;
using Legator.Core.Resources.Agents;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Rollbacks;
using Legator.Runner.Tests.Approvals;
using Legator.Runner.Tests.Gate;
using Legator.Runner.Tools;
using Legator.Runner.Tools.Http;
using Legator.Runner.Tools.Mcp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Tools.Mcp;

/// <summary>A run whose environment has one MCP server, with the product's own parts and its gate.</summary>
internal sealed class McpRun : IAsyncDisposable
{
    private readonly ToolGate _gate;

    public McpRun(McpServerSpec server, McpOptions? options = null, params DeclaredAction[] sheet)
        : this(server, options, new GuardedHttp(), sheet)
    {
    }

    public McpRun(McpServerSpec server, McpOptions? options, GuardedHttp http, params DeclaredAction[] sheet)
        : this(server, options, http, TimeProvider.System, sheet)
    {
    }

    public McpRun(McpServerSpec server, McpOptions? options, GuardedHttp http, TimeProvider time, params DeclaredAction[] sheet)
    {
        var approvals = new ApprovalDesk(new FixedPolicyVersions(), time, NullLogger<ApprovalDesk>.Instance);
        var facts = new FactGatherer(new ActionHistory(new ListJournal()), approvals, time, NullLogger<FactGatherer>.Instance);
        _gate = new ToolGate(new ToolCatalog([]), facts, approvals, new RollbackDesk(time, NullLogger<RollbackDesk>.Instance), time, NullLogger<ToolGate>.Instance);
        var settings = Options.Create(options ?? new McpOptions { DiscoveryTimeout = TimeSpan.FromSeconds(8) });
        var environment = new RunSnapshotEnvironment { Name = "lab", Spec = new LegatorEnvironmentSpec { McpServers = new Dictionary<string, McpServerSpec> { ["s"] = server } } };
        var index = ActionSheetIndex.Build(sheet.Length > 0 ? sheet : [new DeclaredAction("any", "mcp.s.*", Core.Actions.RiskTier.Read)]);
        Tools = new McpServers(new McpConnector(settings, http, time), settings, time).Of(environment, index)!;
        Scope = Gates.Scope() with { Sheet = index, Tools = Tools };
    }

    public IRunTools Tools { get; }

    public RunScope Scope { get; set; }

    /// <summary>What was found last.</summary>
    public DiscoveredServer Found { get; private set; } = null!;

    public async Task<McpRun> DiscoverAsync()
    {
        var found = await Tools.DiscoverAsync(Scope, TestContext.Current.CancellationToken);
        Found = found.Servers.Single();
        Tools.Offer(found);
        return this;
    }

    public Task<Judgement> JudgeAsync(string tool, object arguments) => _gate.JudgeAsync($"mcp.s.{tool}", arguments, Scope);

    public Task<ToolResult> CallAsync(string tool, object arguments) => _gate.RunAsync($"mcp.s.{tool}", arguments, Scope);

    public ValueTask DisposeAsync() => Scope.Resources.DisposeAsync();
}
