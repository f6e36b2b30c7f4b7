using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Sessions;
using Legator.Runner.Tools;
using Legator.Runner.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Legator.Runner.Replay;

/// <summary>Executes a recorded run again: the session, the gate and its chain are those of every run; whatever they read from outside is the recording's.</summary>
internal sealed class ReplayStage : IRunSurroundings, IPolicyVersions, IDisposable
{
    private readonly RunRecording _recording;
    private readonly ReplayTape _tape;
    private readonly ReplayClock _clock;
    private readonly ServiceProvider _services;

    public ReplayStage(RunRecording recording)
    {
        var snapshot = RunSnapshot.TryRead(recording.Spec.Snapshot, out _);
        _recording = recording;
        _tape = new ReplayTape(recording, snapshot?.Agent.Spec.Guardrails.Escalation?.Timeout);
        _clock = new ReplayClock(_tape);
        _services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IRunJournal>(new ReplayJournal(_tape))
            .AddSingleton<IPolicyVersions>(this)
            .AddSingleton(new ToolCatalog(UnconnectedTools.All.Select(tool => new ReplayTool(tool, _tape, _clock))))
            .AddToolGate()
            .BuildServiceProvider();
    }

    public void Dispose() => _services.Dispose();

    /// <summary>Plays until the recording ends, or something differs.</summary>
    public async Task<ReplayTape> PlayAsync(CancellationToken cancellationToken)
    {
        while (!_tape.AtEnd && _tape.Difference is null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var before = _tape.Played.Count;
            var end = await TakeUpAsync(cancellationToken);
            _tape.TakeHandovers();
            if (end == SessionEnd.Finished && !_tape.AtEnd)
            {
                _tape.Differ("The run is over for this build, and the recorded run goes on.");
            }
            else if (_tape.Played.Count == before)
            {
                _tape.Differ(end == SessionEnd.Suspended ? "This build waits for a person here, and the recorded run goes on." : "This build comes to nothing here, and the recorded run goes on.");
            }
        }

        return _tape;
    }

    Task<LegatorRun?> IRunSurroundings.FindAsync(RunKey run, CancellationToken cancellationToken) => Task.FromResult(_tape.Next is { } next && RecordedEntries.IsDeletion(next)
        ? null
        : new LegatorRun { Metadata = new() { Namespace = run.Namespace, Name = run.Name }, Spec = _recording.Spec });

    ICancelLookout IRunSurroundings.WatchCancel(LegatorRun ordered) => new ReplayCancel(_tape);

    Task IRunSurroundings.RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<ModelClient> IRunSurroundings.ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken) =>
        _tape.Next is RunFinished { Reason: RunSessions.ModelUnusable } unusable
            ? throw new ModelUnusableException(unusable.Message)
            : Task.FromResult(new ModelClient(new ReplayChat(_tape, _clock), ModelWindow.Of(snapshot.Model)));

    Task<RunScope> IRunSurroundings.CreateScopeAsync(RunSnapshot snapshot, SessionJournal journal, CancellationToken cancellationToken) =>
        Task.FromResult(ReplayWorld.ScopeOf(snapshot, journal, _tape, _clock));

    Task IRunSurroundings.WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<PromptFacts> IRunSurroundings.PromptFactsAsync(RunSnapshot snapshot, RunScope scope, CancellationToken cancellationToken) =>
        Task.FromResult((_tape.Next as PromptAssembled)?.Facts ?? new PromptFacts());

    Task<(string? Agent, string? Environment)> IPolicyVersions.ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, string?)>((null, null));

    private async Task<SessionEnd> TakeUpAsync(CancellationToken cancellationToken)
    {
        var runner = _tape.Next switch
        {
            RunStarted started => started.Runner,
            RunResumed resumed => resumed.Runner,
            _ => "replay",
        };
        var sessions = new RunSessions(
            _services.GetRequiredService<IRunJournal>(),
            this,
            _services.GetRequiredService<ToolGate>(),
            Options.Create(new RunnerOptions { Id = runner }),
            _clock,
            NullLogger<RunSessions>.Instance);
        try
        {
            return await sessions.RunAsync(_recording.Run, new SessionStop(cancellationToken, cancellationToken));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _tape.Differ($"This build breaks down here ({exception.GetType().Name}): {exception.Message}");
            return SessionEnd.Lost;
        }
    }
}
