using Legator.Core.Resources.State;
using Legator.Core.Resources.Environments;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Core.Skills;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Providers;
using Legator.Runner.Providers.Scripted;
using Legator.Runner.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Legator.Runner.Rehearsals;

/// <summary>Plays one scene: the session, the gate and its chain are those of every run; clock, journal, model and tools are the scene's.</summary>
internal sealed class RehearsalStage(RunSnapshot snapshot, RehearsalPlayer player, RehearsalWorld world, RehearsalDecision decision) : IAgentMemory, INewsReader, IPolicyVersions
{
    private const string Name = "rehearsal";
    private const int MostQuestions = 100;

    private readonly RehearsalClock _clock = new();

    public static RunKey Run { get; } = new(Name, "rehearsal-1");

    /// <summary>Plays until the run is over.</summary>
    /// <returns>The events of the run, and what it came to.</returns>
    public async Task<(IReadOnlyList<RunEvent> Events, SessionState State)> PlayAsync(CancellationToken cancellationToken)
    {
        var events = new RehearsalJournal(_clock);
        var journal = await SessionJournal.OpenAsync(events, Run, cancellationToken);
        await journal.AppendAsync(new RunStarted(Name, snapshot.Digest(), snapshot.Model.DisplayName));
        using var history = new ActionHistory(events);
        using var model = new ModelClient(new ScriptedChatClient(player), Window: null);
        var session = Session(journal, history, model);
        var stop = new SessionStop(cancellationToken, cancellationToken);
        for (var asked = 0; await session.RunAsync(stop) == SessionEnd.Suspended && asked < MostQuestions; asked++)
        {
            await DecideAsync(journal);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return (events.Events, journal.State);
    }

    Task<IReadOnlyDictionary<string, StateEntry>> IAgentMemory.ReadAsync(AgentKey agent, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, StateEntry>>(new Dictionary<string, StateEntry>());

    Task<PromptNews> INewsReader.ReadAsync(RunScope scope, LegatorEnvironmentSpec environment, CancellationToken cancellationToken) => Task.FromResult(PromptNews.None);

    Task<(string? Agent, string? Environment)> IPolicyVersions.ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, string?)>((Name, Name));

    private RunSession Session(SessionJournal journal, ActionHistory history, ModelClient model)
    {
        var approvals = new ApprovalDesk(this, _clock, NullLogger<ApprovalDesk>.Instance);
        var facts = new FactGatherer(history, approvals, _clock, NullLogger<FactGatherer>.Instance);
        var gate = new ToolGate(RehearsalTools.In(world), facts, approvals, _clock, NullLogger<ToolGate>.Instance);
        var scope = RunScopes.Of(Run, snapshot);
        return new RunSession(snapshot, scope, new ModelTurns(model, scope.Secrets, _clock), journal, gate, this, this, _clock);
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

        await journal.AppendAsync(new RunResumed(Name));
    }
}
