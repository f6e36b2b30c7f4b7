using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Rollbacks;
using Legator.Runner.Sessions;
using Legator.Runner.Tools;
using Legator.Runner.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Tests.Interleavings;

/// <summary>One runner process: the real sessions and the real gate, on a journal and a world that it reaches through a turnstile.</summary>
internal sealed class PlayedRunner : IRunSurroundings, IPolicyVersions
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _stop = new();
    private readonly World _world;
    private readonly RunSessions _sessions;

    public PlayedRunner(string id, World world)
    {
        (Id, _world) = (id, world);
        var journal = new RunnerJournal(world.Journal, Turnstile);
        var approvals = new ApprovalDesk(this, world.Clock, NullLogger<ApprovalDesk>.Instance);
        var facts = new FactGatherer(new ActionHistory(journal), approvals, world.Clock, NullLogger<FactGatherer>.Instance);
        var tools = new ToolCatalog([new CountedTool(world.Changes, Turnstile)]);
        var gate = new ToolGate(tools, facts, approvals, new RollbackDesk(world.Clock, NullLogger<RollbackDesk>.Instance), world.Clock, NullLogger<ToolGate>.Instance);
        _sessions = new RunSessions(journal, this, gate, Options.Create(new RunnerOptions { Id = id }), world.Clock, NullLogger<RunSessions>.Instance);
    }

    public string Id { get; }

    public Turnstile Turnstile { get; } = new();

    /// <summary>What it holds; null when it is idle.</summary>
    public IRunClaim? Claim { get; private set; }

    /// <summary>Takes up what it claimed.</summary>
    public Task BeginAsync(IRunClaim claim)
    {
        Claim = claim;
        return Turnstile.BeginAsync(() => WorkAsync(claim));
    }

    /// <summary>The process is asked to end.</summary>
    public void AskToEnd() => _stop.Cancel();

    public bool IsEnding => _stop.IsCancellationRequested;

    Task<LegatorRun?> IRunSurroundings.FindAsync(RunKey run, CancellationToken cancellationToken) => Task.FromResult<LegatorRun?>(_world.Resource(run));

    ICancelLookout IRunSurroundings.WatchCancel(LegatorRun ordered) => new NoCancel();

    Task IRunSurroundings.RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<ModelClient> IRunSurroundings.ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken) => Task.FromResult(new ModelClient(new ThreeTurns(Turnstile), Window: null));

    Task<RunScope> IRunSurroundings.CreateScopeAsync(RunSnapshot snapshot, SessionJournal journal, CancellationToken cancellationToken) => Task.FromResult(RunScopes.Of(journal.Run, snapshot));

    async Task IRunSurroundings.WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken)
    {
        while (_world.Clock.GetUtcNow() < then)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Turnstile.PassAsync($"wait until {then:HH:mm:ss}");
        }
    }

    Task<PromptFacts> IRunSurroundings.PromptFactsAsync(RunSnapshot snapshot, RunScope scope, CancellationToken cancellationToken) => Task.FromResult(new PromptFacts());

    Task<(string? Agent, string? Environment)> IPolicyVersions.ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) => Task.FromResult<(string?, string?)>(("1", "1"));

    /// <summary>What a worker does with a claim.</summary>
    private async Task WorkAsync(IRunClaim claim)
    {
        try
        {
            var end = await _sessions.RunAsync(claim.Entry.Run, new SessionStop(_stop.Token, CancellationToken.None));
            await (end switch
            {
                SessionEnd.Finished or SessionEnd.Suspended => claim.CompleteAsync(CancellationToken.None),
                SessionEnd.GivenUp => claim.BuryAsync("given up", CancellationToken.None),
                SessionEnd.HandedBack => claim.ReleaseAsync(CancellationToken.None),
                _ => Task.CompletedTask,
            });
        }
        catch (JournalUnavailableException)
        {
            await claim.ReleaseAsync(RetryDelay, CancellationToken.None);
        }

        Claim = null;
    }
}
