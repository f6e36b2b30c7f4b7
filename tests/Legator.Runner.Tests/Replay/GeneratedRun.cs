using Legator.Core;
using Legator.Core.Actions;
using Legator.Core.Guardrails;
using Legator.Core.Resources.Runs;
using Legator.Core.Resources.State;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Approvals;
using Legator.Runner.Gate;
using Legator.Runner.Providers;
using Legator.Runner.Rehearsals;
using Legator.Runner.Replay;
using Legator.Runner.Sessions;
using Legator.Runner.Tests.Scenarios;
using Legator.Runner.Tools;
using Legator.Runner.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Legator.Runner.Tests.Replay;

/// <summary>A run that is made up from a seed, and recorded by the real session and gate: its agent, what its model says, what its tools answer, who decides what, and where its runners die.</summary>
internal sealed class GeneratedRun : IRunSurroundings, IPolicyVersions
{
    private const int MostSessions = 60;

    private readonly Random _random;
    private readonly Random _people;
    private readonly FakeTimeProvider _clock;
    private readonly RehearsalJournal _journal;
    private readonly GeneratedAgent _agent;
    private readonly RunKey _run;
    private bool _deleted;
    private GeneratedCancel? _cancel;

    private GeneratedRun(int seed)
    {
        _random = new Random(seed);
        _people = new Random(seed + 100_000);
        _clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero).AddDays(seed)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(3) };
        _journal = new RehearsalJournal(_clock);
        _agent = new GeneratedAgent(_random);
        _run = new RunKey("agents", $"generated-{seed}");
    }

    public static async Task<RunRecording> RecordAsync(int seed)
    {
        var made = new GeneratedRun(seed);
        return await made.RecordAsync();
    }

    private async Task<RunRecording> RecordAsync()
    {
        for (var session = 0; session < MostSessions && !_journal.Events.Any(e => e.Data is RunFinished); session++)
        {
            if (await TakeUpAsync($"runner-{session}") == SessionEnd.Suspended)
            {
                await DecideAsync();
            }

            _clock.Advance(TimeSpan.FromSeconds(_random.Next(90)));
        }

        return new RunRecording(_run, Spec, _journal.Events);
    }

    private LegatorRunSpec Spec => new() { AgentRef = _agent.Snapshot.Agent.Name, EnvironmentRef = "lab", Trigger = RunTrigger.Manual, Snapshot = _agent.Snapshot.ToJson() };

    Task<LegatorRun?> IRunSurroundings.FindAsync(RunKey run, CancellationToken cancellationToken) =>
        Task.FromResult(_deleted ? null : new LegatorRun { Metadata = new() { Namespace = run.Namespace, Name = run.Name }, Spec = Spec });

    ICancelLookout IRunSurroundings.WatchCancel(LegatorRun ordered) => _cancel ??= new GeneratedCancel(_people);

    async Task IRunSurroundings.RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken)
    {
        foreach (var session in journal.State.VaultSessions.ToList())
        {
            await journal.AppendAsync(new VaultSessionClosed(session.Accessor));
        }
    }

    Task<ModelClient> IRunSurroundings.ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken) =>
        Task.FromResult(new ModelClient(new GeneratedModel(_random, _clock), ModelWindow.Of(snapshot.Model)));

    Task<RunScope> IRunSurroundings.CreateScopeAsync(RunSnapshot snapshot, SessionJournal journal, CancellationToken cancellationToken) => Task.FromResult(RunScopes.Of(_run, snapshot) with
    {
        Credentials = GeneratedAgent.Credentials,
        Notices = new RunNotices(journal, snapshot.Environment.Name),
        Secrets = new RunSecrets(Core.Redaction.Redactor.Default.With(["hunter2hunter2"])),
    });

    Task IRunSurroundings.WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<PromptFacts> IRunSurroundings.PromptFactsAsync(RunSnapshot snapshot, RunScope scope, CancellationToken cancellationToken) => Task.FromResult(
        _random.Next(2) == 0 ? new PromptFacts() : new PromptFacts { Remembered = new Dictionary<string, StateEntry> { ["seen"] = new() { Value = $"{_random.Next()} things" } } });

    Task<(string? Agent, string? Environment)> IPolicyVersions.ReadAsync(AgentKey agent, string environment, CancellationToken cancellationToken) =>
        Task.FromResult<(string?, string?)>(($"uid/{_random.Next(8) / 7}", "uid/1"));

    private async Task<SessionEnd> TakeUpAsync(string runner)
    {
        var journal = new DyingJournal(_journal, _random);
        await using var services = new ServiceCollection()
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton<IRunJournal>(journal)
            .AddSingleton<IPolicyVersions>(this)
            .AddSingleton(new ToolCatalog(UnconnectedTools.All.Select(tool => new GeneratedTool(tool, _random, _clock))))
            .AddToolGate()
            .BuildServiceProvider();
        var sessions = new RunSessions(journal, this, services.GetRequiredService<ToolGate>(), Options.Create(new RunnerOptions { Id = runner }), _clock, NullLogger<RunSessions>.Instance);
        using var stopping = new CancellationTokenSource();
        journal.StopsAfter(_people.Next(6) == 0 ? _people.Next(8) : null, stopping);
        try
        {
            return await sessions.RunAsync(_run, new SessionStop(stopping.Token, default));
        }
        catch (RunnerDiedException)
        {
            _deleted = _journal.Events.Count > 0 && _random.Next(25) == 0;
            return SessionEnd.Lost;
        }
    }

    /// <summary>Somebody decides as the API does it; or nobody does, until it is too late.</summary>
    private async Task DecideAsync()
    {
        var state = (await SessionJournal.OpenAsync(_journal, _run, default)).State;
        var (asked, judged) = (state.Waiting!, state.OpenCall!.Judged!);
        if (_random.Next(2) == 0)
        {
            _clock.SetUtcNow(asked.ExpiresAt.AddSeconds(1));
            return;
        }

        _clock.Advance(TimeSpan.FromSeconds(_random.Next(200)));
        await _journal.AppendAsync(_run, await _journal.HeadAsync(_run, default), new ApprovalDecided(asked.Seq, asked.Request, judged.Digest, _random.Next(3) > 0, "ann", _random.Next(2) == 0 ? "go on" : null), default);
    }
}
