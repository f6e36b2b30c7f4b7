using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Scripted;
using Legator.Runner.Rollbacks;
using Legator.Runner.Sessions;
using Legator.Runner.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Rehearsals;

/// <summary>Plays one scene: the session, the gate and its chain are those of every run; what stands around them (clock, journal, model, tools, people) is the scene's.</summary>
internal sealed class RehearsalStage(RunSnapshot snapshot, RehearsalPlayer player, RehearsalWorld world, RehearsalDecision decision) : IRunSurroundings, IPolicyVersions
{
    private const string Name = "rehearsal";
    private const int MostQuestions = 100;

    private readonly RehearsalClock _clock = new();

    /// <summary>The run that every scene is.</summary>
    public static RunKey Run { get; } = new(Name, "rehearsal-1");

    /// <summary>Plays until the run is over.</summary>
    /// <returns>The events of the run, and what it came to.</returns>
    public async Task<(IReadOnlyList<RunEvent> Events, SessionState State)> PlayAsync(CancellationToken cancellationToken)
    {
        var events = new RehearsalJournal(_clock);
        using var history = new ActionHistory(events);
        var sessions = Sessions(events, history);
        var stop = new SessionStop(cancellationToken, cancellationToken);
        for (var asked = 0; await sessions.RunAsync(Run, stop) == SessionEnd.Suspended && asked < MostQuestions; asked++)
        {
            await DecideAsync(await SessionJournal.OpenAsync(events, Run, cancellationToken));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return (events.Events, (await SessionJournal.OpenAsync(events, Run, cancellationToken)).State);
    }

    Task<LegatorRun?> IRunSurroundings.FindAsync(RunKey run, CancellationToken cancellationToken) => Task.FromResult<LegatorRun?>(new LegatorRun
    {
        Metadata = new() { Namespace = run.Namespace, Name = run.Name },
        Spec = new LegatorRunSpec { AgentRef = snapshot.Agent.Name, EnvironmentRef = snapshot.Environment.Name, Trigger = snapshot.Trigger, Snapshot = snapshot.ToJson() },
    });

    ICancelLookout IRunSurroundings.WatchCancel(LegatorRun ordered) => new NoCancel();

    Task IRunSurroundings.RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<ModelClient> IRunSurroundings.ConnectAsync(RunSnapshot ordered, ModelSecrets secrets, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelClient(new ScriptedChatClient(player), Window: null));

    Task<RunScope> IRunSurroundings.CreateScopeAsync(RunSnapshot ordered, SessionJournal journal, CancellationToken cancellationToken) => Task.FromResult(RunScopes.Of(Run, ordered));

    Task IRunSurroundings.WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<PromptFacts> IRunSurroundings.PromptFactsAsync(RunSnapshot ordered, RunScope scope, CancellationToken cancellationToken) => Task.FromResult(new PromptFacts());

    Task<(string? Agent, string? Environment)> IPolicyVersions.ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, string?)>((Name, Name));

    private RunSessions Sessions(RehearsalJournal events, ActionHistory history)
    {
        var approvals = new ApprovalDesk(this, _clock, NullLogger<ApprovalDesk>.Instance);
        var facts = new FactGatherer(history, approvals, _clock, NullLogger<FactGatherer>.Instance);
        var gate = new ToolGate(RehearsalTools.In(world), facts, approvals, new RollbackDesk(_clock, NullLogger<RollbackDesk>.Instance), _clock, NullLogger<ToolGate>.Instance);
        return new RunSessions(events, this, gate, Options.Create(new RunnerOptions { Id = Name }), _clock, NullLogger<RunSessions>.Instance);
    }

    /// <summary>A person answers as the scene says, by the entry that the API would write; or nobody does, until it is too late.</summary>
    private async Task DecideAsync(SessionJournal journal)
    {
        var (question, judged) = (journal.State.Waiting!, journal.State.OpenCall!.Judged!);
        if (decision == RehearsalDecision.Nobody)
        {
            _clock.MoveTo(question.ExpiresAt);
        }
        else
        {
            await journal.AppendAsync(new ApprovalDecided(question.Seq, question.Request, judged.Digest, decision == RehearsalDecision.Approve, "a person", null));
        }
    }
}
