using Legator.Backends.Kubernetes;
using Legator.Backends.Kubernetes.Informers;
using Legator.Core.Resources.Runs;
using Legator.Core.Runs;
using Legator.Core.Runs.Events;
using Legator.Runner.Cancels;
using Legator.Runner.Credentials.Vault;
using Legator.Runner.Gate;
using Legator.Runner.Prompts;
using Legator.Runner.Providers;

namespace Legator.Runner.Sessions;

/// <summary>The world itself: cluster, model, credentials.</summary>
internal sealed class RunSurroundings(
    ResourceClient<LegatorRun> runs,
    RunScopes scopes,
    ModelProviders models,
    VaultLeftovers leftovers,
    IAgentMemory memory,
    INewsReader news,
    Informer<CancelledRun> cancels,
    TimeProvider time) : IRunSurroundings
{
    public Task<LegatorRun?> FindAsync(RunKey run, CancellationToken cancellationToken) => runs.GetAsync(run.Namespace, run.Name, cancellationToken);

    public ICancelLookout WatchCancel(LegatorRun ordered) => new CancelLookout(cancels, ordered);

    public Task RevokeLeftoversAsync(SessionJournal journal, CancellationToken cancellationToken) =>
        leftovers.RevokeAsync(journal.Run, journal.State.VaultSessions, journal, cancellationToken);

    public Task<ModelClient> ConnectAsync(RunSnapshot snapshot, ModelSecrets secrets, CancellationToken cancellationToken) =>
        models.ConnectAsync(snapshot, secrets, cancellationToken);

    public Task<RunScope> CreateScopeAsync(RunSnapshot snapshot, SessionJournal journal, CancellationToken cancellationToken) =>
        scopes.CreateAsync(journal.Run, snapshot, journal, cancellationToken);

    public Task WaitUntilAsync(DateTimeOffset then, TimeSpan most, CancellationToken cancellationToken) =>
        then - time.GetUtcNow() is var left && left > TimeSpan.Zero ? Task.Delay(left < most ? left : most, time, cancellationToken) : Task.CompletedTask;

    public async Task<PromptFacts> PromptFactsAsync(RunSnapshot snapshot, RunScope scope, CancellationToken cancellationToken)
    {
        var remembered = await memory.ReadAsync(scope.Agent, cancellationToken);
        return KnownForPrompt.Of(remembered, await news.ReadAsync(scope, snapshot.Environment.Spec, cancellationToken), scope.Redactor);
    }
}
